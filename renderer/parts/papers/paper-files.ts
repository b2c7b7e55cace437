import type { MadePaper } from '@shared/documents/paper'
import { artifactEndings } from '@shared/ipc/artifact-endings'
import type { Artifact } from '@shared/ipc/contract'
import { safeFileName } from '@shared/lib/safe-file-name'
import { callHost, done } from '../../platform/bridge'
import type { WrittenFile } from '../../ui/WrittenFiles'

/** A paper as the host has set it, kept there until it is written or dropped. */
export type SetPaper = {
  readonly artifacts: readonly Artifact[]
  /** Where experts' signatures go. */
  readonly places: Awaited<ReturnType<typeof render>>['places']
}

const render = async ({ model, isRegistered, attachments }: MadePaper) =>
  done(await callHost('document:render', { model, sign: isRegistered, attachments: [...attachments] }))

/** Has the host set a paper, signed where it is a final copy. @throws HostFailure */
export async function setPaper(paper: MadePaper): Promise<SetPaper> {
  const { artifacts, places } = await render(paper)
  return { artifacts, places }
}

/** The very bytes of the PDF. */
export async function pdfOf({ artifacts }: Pick<SetPaper, 'artifacts'>): Promise<Uint8Array> {
  const pdf = artifacts.find((artifact) => artifact.format === 'pdf')
  if (pdf === undefined) throw new Error('the host rendered no PDF')
  return done(await callHost('document:read', { artifactId: pdf.artifactId })).bytes
}

/** Where files go: the exchange folder where `folder` is null; into a new folder of it, if one is named. */
export type Target = {
  readonly folder: string | null
  readonly newFolder?: string
  /** The very bytes are kept on the desk too: a paper that is issued is shown and written again as it was issued. */
  readonly keep: boolean
}

/** Writes files that the host keeps, all or nothing, each read back; endings follow their formats. */
export async function writeArtifacts(
  named: readonly { readonly artifact: Pick<Artifact, 'artifactId' | 'format'>; readonly baseName: string }[],
  { folder, newFolder, keep }: Target,
): Promise<readonly WrittenFile[]> {
  const items = named.map(({ artifact: { artifactId, format }, baseName }) => ({
    artifactId,
    fileName: `${safeFileName(baseName)}${artifactEndings[format]}`,
  }))
  const place = { ...(folder === null ? {} : { folder }), ...(newFolder === undefined ? {} : { newFolder }) }
  return done(await callHost('document:write', { items, keep, ...place })).files
}

/** Gives the host's copies up. */
export const dropArtifacts = async (artifacts: readonly Pick<Artifact, 'artifactId'>[]): Promise<void> => {
  await callHost('document:drop', { artifactIds: artifacts.map(({ artifactId }) => artifactId) })
}
