import type { LetterKind } from '@shared/documents/letter'
import type { IpcOutput } from '@shared/ipc/contract'
import { callHost, done } from '@renderer/platform/bridge'
import { safeFileName } from '@shared/lib/safe-file-name'
import type { WrittenFile } from '@renderer/ui/WrittenFiles'

/** What the host says of a file that staff brought. */
export type CheckedFile = { readonly fileName: string } & Pick<
  Extract<IpcOutput<'template:check'>, { readonly kind: 'done' }>,
  'problems' | 'words' | 'file'
>

/** Larger files are refused before they are read: the host would refuse them. */
const mostBytes = 5_000_000

/** Has the host check a file and keep it if it may be used. */
export async function checkFile(documentKind: LetterKind, file: File): Promise<CheckedFile> {
  const fileName = file.name
  if (file.size > mostBytes) {
    return { fileName, problems: [{ kind: 'too-large', bytes: file.size }], words: null, file: null }
  }
  const bytes = new Uint8Array(await file.arrayBuffer())
  const { problems, words, file: kept } = done(await callHost('template:check', { documentKind, bytes }))
  return { fileName, problems, words, file: kept }
}

/** Writes the starting template (`sha256` null) or a saved version, to be edited. */
export async function fetchTemplate(
  documentKind: LetterKind,
  sha256: string | null,
  name: string,
  folder: string | null,
): Promise<readonly WrittenFile[]> {
  const { artifact } = done(await callHost('template:start', { documentKind, sha256 }))
  const { artifactId } = artifact
  try {
    const items = [{ artifactId, fileName: `${safeFileName(name)}.docx` }]
    return done(await callHost('document:write', { items, ...(folder === null ? {} : { folder }) })).files
  } finally {
    await callHost('document:drop', { artifactIds: [artifactId] })
  }
}
