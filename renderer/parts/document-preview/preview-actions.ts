import type { DocumentModel } from '@shared/documents/blocks'
import { artifactEndings } from '@shared/ipc/artifact-endings'
import type { Artifact, IpcInput } from '@shared/ipc/contract'
import { safeFileName } from '../../ui/safe-file-name'
import { callHost, done } from '../../platform/bridge'
import type { WrittenFile } from '../../ui/WrittenFiles'

export type Rendered = { readonly artifacts: readonly Artifact[]; readonly pdf: Uint8Array }
export type EmbeddedJson = NonNullable<IpcInput<'document:render'>['attachments']>

/** Has the host publish a document, and reads the very bytes of its PDF back to show them. */
export async function renderDocument(
  model: DocumentModel,
  sign: boolean,
  attachments: EmbeddedJson,
): Promise<Rendered> {
  const { artifacts } = done(await callHost('document:render', { model, sign, attachments }))
  const pdf = artifacts.find((artifact) => artifact.format === 'pdf')
  if (pdf === undefined) throw new Error('the host rendered no PDF')
  return { artifacts, pdf: done(await callHost('document:read', { artifactId: pdf.artifactId })).bytes }
}

/** Writes what was previewed, all or nothing, each file read back. */
export async function writeDocument(
  { artifacts }: Rendered,
  baseName: string,
  folder: string | null,
): Promise<readonly WrittenFile[]> {
  const items = artifacts.map(({ artifactId, format }) => ({
    artifactId,
    fileName: `${safeFileName(baseName)}${artifactEndings[format]}`,
  }))
  return done(await callHost('document:write', { items, ...(folder === null ? {} : { folder }) })).files
}

/** Gives the host's copies up. */
export const dropDocument = async ({ artifacts }: Rendered): Promise<void> => {
  await callHost('document:drop', { artifactIds: artifacts.map(({ artifactId }) => artifactId) })
}
