import { filesOf, type BundleContents } from '@shared/acts/bundle-contents'
import type { Protection } from '@shared/bundle/protection'
import type { DossierId, ExpertId, KeyId } from '@shared/domain/ids'
import { deskDatabase } from './desk'
import { linesOfDossier } from './history'

/**
 * What an expert's own desk wrote about dossiers and this division holds: it travels home with every assignment, so that
 * nothing is lost with a computer. Only in an envelope, and only words of a key that the envelope is for: what was sealed
 * does not lie open on a share.
 */
export async function ownWordsOf(
  expertId: ExpertId,
  dossierIds: readonly DossierId[],
  protect: Protection,
): Promise<BundleContents> {
  const db = deskDatabase()
  const keys = new Set<string>(await keysFor(expertId, dossierIds, protect))
  if (keys.size === 0) return { recordIds: [], attachments: [] }
  const [lines, signatures] = await Promise.all([
    Promise.all(dossierIds.map((dossierId) => linesOfDossier(db, dossierId))),
    db
      .rows('countersignatures')
      .where('value.dossierId')
      .anyOf([...dossierIds])
      .filter((row) => keys.has(row.author))
      .toArray(),
  ])
  return {
    recordIds: [...new Set(lines.flat().flatMap(({ id, author }) => (keys.has(author) ? [id] : [])))],
    attachments: [...new Set(signatures.flatMap((row) => filesOf(row.value)))],
  }
}

/** Keys that wrote as this expert and can open the envelope. */
async function keysFor(
  expertId: ExpertId,
  dossierIds: readonly DossierId[],
  protect: Protection,
): Promise<readonly KeyId[]> {
  if (protect.kind === 'none') return []
  if (protect.kind === 'desks') return protect.keyIds
  const spoken = await Promise.all(
    (['recusalDeclarations', 'expertOpinions'] as const).map((name) =>
      deskDatabase()
        .table<{ author: KeyId; stamp: string; value: { expertId: ExpertId } }>(name)
        .where('value.dossierId')
        .anyOf([...dossierIds])
        .filter((row) => row.value.expertId === expertId)
        .toArray(),
    ),
  )
  const [newest] = spoken.flat().sort((a, b) => (a.stamp < b.stamp ? 1 : -1))
  return newest === undefined ? [] : [newest.author]
}
