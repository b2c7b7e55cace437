import type { Material } from '@shared/domain/dossier'
import { markOf, type KeptMark, type ReadingMarkKind } from '@shared/domain/reading-mark'
import { safeFileName } from '@shared/lib/safe-file-name'
import { callHost, done } from '@renderer/platform/bridge'
import type { WrittenFile } from '@renderer/ui/WrittenFiles'

/**
 * Writes of each file a new one with its marks drawn in, all or none, read back and hashed; into the exchange folder
 * where `folder` is null. @throws HostFailure
 */
export async function writeMarkedCopies(
  materials: readonly Material[],
  marks: readonly KeptMark[],
  words: {
    readonly heading: string
    readonly kinds: Readonly<Record<ReadingMarkKind, string>>
    /** Behind the name of the file. */
    readonly suffix: string
  },
  folder: string | null,
): Promise<readonly WrittenFile[]> {
  const made: { readonly artifactId: string; readonly fileName: string }[] = []
  try {
    for (const { sha256, fileName } of materials) {
      const own = marks.filter((mark) => mark.sha256 === sha256).map(markOf)
      const { heading, kinds } = words
      const { artifact } = done(
        await callHost('document:mark', {
          sha256,
          marks: own,
          words: { heading, kinds },
        }),
      )
      const base = fileName.replace(/\.pdf$/iu, '')
      made.push({ artifactId: artifact.artifactId, fileName: `${safeFileName(`${base}${words.suffix}`)}.pdf` })
    }
    return done(await callHost('document:write', { items: made, ...(folder === null ? {} : { folder }) })).files
  } finally {
    await callHost('document:drop', { artifactIds: made.map(({ artifactId }) => artifactId) })
  }
}
