import { artifactEndings } from '@shared/ipc/artifact-endings'
import type { TableToRender } from '@shared/ipc/table'
import { callHost, done } from '../../platform/bridge'
import { safeFileName } from '@shared/lib/safe-file-name'
import type { WrittenFile } from '../../ui/WrittenFiles'

/** Writes a table as the file that its kind is, read back and hashed; the exchange folder where `folder` is null. */
export async function writeTable(
  table: TableToRender,
  baseName: string,
  folder: string | null,
): Promise<readonly WrittenFile[]> {
  const { artifact } = done(await callHost('document:table', table))
  const { artifactId, format } = artifact
  try {
    const items = [{ artifactId, fileName: `${safeFileName(baseName)}${artifactEndings[format]}` }]
    return done(await callHost('document:write', { items, ...(folder === null ? {} : { folder }) })).files
  } finally {
    await callHost('document:drop', { artifactIds: [artifactId] })
  }
}
