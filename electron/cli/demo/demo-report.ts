import { readdir, readFile, stat } from 'node:fs/promises'
import { join, relative } from 'node:path'
import { z } from 'zod'
import { digestOfFile } from '@host/files/durable-file'
import { sha256Schema } from '@shared/domain/ids'

export const demoReportFormat = 'lianshen-demo-report/1'
export const demoReportName = 'report.json'

/** DIR/report.json: what was written and what verifying each file gave. */
export const demoReportSchema = z.strictObject({
  format: z.literal(demoReportFormat),
  version: z.string(),
  /** Local day of the computer. */
  on: z.iso.date(),
  verified: z.boolean(),
  ms: z.int(),
  steps: z.array(z.strictObject({ name: z.string(), ms: z.int() })),
  files: z.array(
    z.strictObject({
      /** Relative to the folder of the report, with forward slashes. */
      path: z.string(),
      kind: z.string(),
      bytes: z.int(),
      sha256: sha256Schema,
      verified: z.boolean(),
      details: z.string(),
      /** How long reading back and verifying took. */
      ms: z.int(),
    }),
  ),
})
export type DemoReport = z.infer<typeof demoReportSchema>
export type DemoFile = DemoReport['files'][number]

/**
 * Whether a folder holds nothing but what an earlier demonstration wrote, unchanged: only then may it be replaced.
 * A folder that is not there or is empty is free.
 */
export async function mayReplace(folder: string): Promise<'free' | 'ours' | 'foreign' | 'file'> {
  const info = await stat(folder).catch(() => null)
  if (info === null) return 'free'
  if (!info.isDirectory()) return 'file'
  const found = await filesBelow(folder)
  if (found.length === 0) return 'free'
  const report = await readReport(join(folder, demoReportName))
  if (report === null) return 'foreign'
  const known = new Map(report.files.map((file) => [file.path, file.sha256]))
  for (const path of found) {
    const name = relative(folder, path).replaceAll('\\', '/')
    if (name === demoReportName) continue
    if (known.get(name) !== (await digestOfFile(path)).sha256) return 'foreign'
  }
  return 'ours'
}

/** Every file below a folder, absolute. */
async function filesBelow(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  return entries.filter((entry) => !entry.isDirectory()).map((entry) => join(entry.parentPath, entry.name))
}

async function readReport(path: string): Promise<DemoReport | null> {
  try {
    return demoReportSchema.parse(JSON.parse(await readFile(path, 'utf8')))
  } catch {
    return null
  }
}
