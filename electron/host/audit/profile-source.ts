import { payloadSchemas } from '@shared/records/payloads'
import type { ReadLine, SeenHead } from '@shared/audit/chain-walk'
import type { LogFormats } from '../journal/log-format'
import type { ProfileFolder } from '../profile/profile-folder'
import { SnapshotStore } from '../snapshots/snapshot-store'
import type { AuditSource } from './audit-trail'
import { readJournalLines } from './journal-lines'

/** The journal of a profile with everything by which it can be told that something of it is gone. Reads only. */
export async function profileSource(
  folder: Pick<ProfileFolder, 'journal' | 'snapshots'>,
  formats: LogFormats,
  keyId: string,
): Promise<AuditSource> {
  const { lines, tornBytes } = await readJournalLines(folder.journal, formats)
  const snapshots = await new SnapshotStore(folder.snapshots).list()
  const inSnapshots = snapshots
    .filter(({ manifest }) => manifest.deskKeyId === keyId)
    .flatMap(({ manifest }) => manifest.records.heads.map((head): SeenHead => ({ ...head, wasHeld: true })))
  return {
    lines,
    tornBytes,
    statements: [],
    readerKeyId: keyId,
    // Others hand over what concerns this desk; its own records are all here.
    wholeChains: new Set([keyId]),
    seen: [...inSnapshots, ...seenByOthers(lines, keyId)],
    also: [],
  }
}

/**
 * What bundles showed of chains, as this desk kept it. Of its own chain others can have seen only what it once held.
 */
function seenByOthers(lines: readonly ReadLine[], keyId: string): SeenHead[] {
  return lines.flatMap((line): SeenHead[] => {
    if (line.kind !== 'record' || typeof line.value !== 'object' || line.value === null) return []
    const { type, payload } = line.value as { type?: unknown; payload?: unknown }
    if (type === 'bundle.imported') {
      const kept = payloadSchemas[type].safeParse(payload)
      return kept.success ? kept.data.heads.map((head) => ({ ...head, wasHeld: head.author === keyId })) : []
    }
    if (type === 'history.doubted') {
      const kept = payloadSchemas[type].safeParse(payload)
      // A chain that others showed shorter than it is here is whole here.
      if (!kept.success || kept.data.kind === 'shortened') return []
      const { author, shown } = kept.data
      return [{ author, seq: shown.seq, id: shown.id, wasHeld: author === keyId }]
    }
    return []
  })
}
