import { readFileSync } from 'node:fs'
import { dossierContentHash, type DossierContent } from '@shared/domain/dossier'
import type { ExpertId, PanelId } from '@shared/domain/ids'
import type { Expert } from '@shared/domain/panel'
import type { Action } from '@shared/records/payloads'
import { digestOf } from '@host/files/durable-file'
import { createDesk, succeeded } from '../integration/host/desk-fixture'
import { readSampleDossier, readSampleJson, readSampleMaterial } from './samples'

const panelId = '10000000-0000-4000-8000-0000000000aa' as PanelId

/** The invented experts of the samples. */
export const sampleExperts = readSampleJson('experts.json') as readonly Expert[]

export type IssuedAssignment = {
  readonly path: string
  readonly bytes: Buffer
  readonly panelId: PanelId
  readonly expertId: ExpertId
}

/**
 * A division desk of its own (the true host) puts sample dossiers on record, convenes a panel and writes the assignment
 * of one expert. Its name and everything in it are invented.
 */
export async function issueAssignment(options: {
  readonly slugs: readonly string[]
  readonly expert: Expert
  /** Folder to write into; the division's own exchange folder if absent. */
  readonly folder?: string
  /** Other bytes for materials, by file name: broken or encrypted ones. */
  readonly bytes?: Readonly<Record<string, Uint8Array>>
  /** 先送封存哈希，会上同时开封 is the rule of the panel. */
  readonly revealTogether?: true
  /** Dossiers go closed until the declaration, as the screen's preset has it; false: in the open. */
  readonly locked?: boolean
}): Promise<IssuedAssignment> {
  const { slugs, expert, folder, bytes: replaced = {}, revealTogether, locked = true } = options
  const division = await createDesk('division', '陈守玉（示例）', '示例科学技术厅政策法规处')
  const dossiers = slugs.map((slug) => {
    const file = readSampleDossier(slug)
    return { slug, ...file, content: withBytes(file.content, replaced) }
  })
  const attachments: string[] = []
  for (const { slug, content } of dossiers) {
    for (const material of content.materials) {
      const bytes = new Uint8Array(replaced[material.fileName] ?? readSampleMaterial(slug, material.fileName))
      attachments.push(succeeded(await division.call('attachment:put', { bytes })).sha256)
    }
  }
  const dossierIds = dossiers.map((dossier) => dossier.id)
  const actions: Action[] = [
    ...dossiers.map(({ id, version, regulationVersionId, content }): Action => ({
      type: 'dossier.saved',
      payload: {
        dossierId: id,
        version,
        contentHash: dossierContentHash(content),
        regulationVersionId,
        content,
      },
    })),
    {
      type: 'panel.saved',
      payload: {
        id: panelId,
        title: '2026年第一次综合审核评审会（示例）',
        heldOn: '2026-11-28',
        place: '示例会议室',
        experts: sampleExperts.slice(0, 7),
        members: sampleExperts.slice(0, 7).map(({ id }) => ({ expertId: id })),
        dossierIds,
        ...(revealTogether === undefined ? {} : { rules: { revealTogether } }),
      },
    },
    {
      type: 'assignment.issued',
      payload: {
        panelId,
        expertId: expert.id,
        dossierIds,
        issuedOn: '2026-11-20',
        dueOn: '2026-11-27',
        from: '示例科学技术厅政策法规处',
      },
    },
  ]
  const { records } = succeeded(await division.call('journal:append', { actions }))
  const exported = succeeded(
    await division.call('bundle:export', {
      protect: { kind: 'none' },
      kind: 'assignment',
      to: expert.name,
      recordIds: records.filter((record) => !locked || record.type !== 'dossier.saved').map((record) => record.id),
      attachments: locked ? [] : [...new Set(attachments)],
      ...(locked && {
        locks: dossiers.map(({ id, content }) => ({
          panelId,
          dossierId: id,
          expertId: expert.id,
          keyId: null,
          recordIds: records
            .filter((record) => record.type === 'dossier.saved' && record.payload.dossierId === id)
            .map((record) => record.id),
          attachments: content.materials.map(({ sha256 }) => sha256),
        })),
      }),
      fileName: `送审包-${expert.name}.lsb`,
      ...(folder === undefined ? {} : { folder }),
    }),
  )
  await division.host.close()
  return { path: exported.file.path, bytes: readFileSync(exported.file.path), panelId, expertId: expert.id }
}

const withBytes = (content: DossierContent, replaced: Readonly<Record<string, Uint8Array>>): DossierContent => ({
  ...content,
  materials: content.materials.map((material) => {
    const bytes = replaced[material.fileName]
    return bytes === undefined ? material : { ...material, ...digestOf(bytes) }
  }),
})
