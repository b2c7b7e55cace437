import type { MadePaper } from '@shared/documents/paper'
import { recordPapers } from '../../data/exports'
import type { WrittenFile } from '../../ui/WrittenFiles'
import { dropArtifacts, setPaper, writeArtifacts } from './paper-files'

/**
 * Sets, signs and writes papers into a new folder, all or nothing, each registered: the first file appears when the
 * last paper is set.
 * @throws HostFailure; nothing is written then
 */
export async function writePapers(
  papers: readonly MadePaper[],
  target: { readonly folder: string | null; readonly newFolder: string },
  onSetting: (position: number) => void,
): Promise<readonly WrittenFile[]> {
  const set: { paper: MadePaper; artifacts: Awaited<ReturnType<typeof setPaper>>['artifacts'] }[] = []
  try {
    for (const [index, paper] of papers.entries()) {
      onSetting(index + 1)
      set.push({ paper, artifacts: (await setPaper(paper)).artifacts })
    }
    const named = set.flatMap(({ paper, artifacts }, index) =>
      artifacts.map((artifact) => ({
        artifact,
        baseName: `${String(index + 1).padStart(2, '0')}-${paper.baseName}`,
      })),
    )
    const files = await writeArtifacts(named, { ...target, keep: true })
    let from = 0
    await recordPapers(
      set.map(({ paper, artifacts }) => {
        const own = files.slice(from, from + artifacts.length)
        from += artifacts.length
        return { paper, files: own }
      }),
    )
    return files
  } finally {
    await dropArtifacts(set.flatMap(({ artifacts }) => artifacts))
  }
}
