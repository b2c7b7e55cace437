import { artifactEndings } from '@shared/ipc/artifact-endings'
import { auditFilterSchema } from '@shared/ipc/audit'
import type { AuditFilter } from '@shared/audit/filter'
import type { DocumentModel } from '@shared/documents/blocks'
import type { IpcInput } from '@shared/ipc/contract'
import { calendarDateSchema } from '@shared/domain/date'
import { callHost, done } from '@renderer/platform/bridge'
import type { WrittenFile } from '@renderer/ui/WrittenFiles'

/** A filter as the host takes it. */
export type SentFilter = IpcInput<'audit:list'>['filter']

/** A day that is still being typed filters nothing. */
export function sentFilter({ from, to, ...filter }: AuditFilter): SentFilter {
  const whole = (day: string | null) => (calendarDateSchema.safeParse(day).success ? day : null)
  return auditFilterSchema.parse({ ...filter, from: whole(from), to: whole(to) })
}

/** The report of the records that pass, composed by the host. @throws HostFailure `audit.too-many` */
export async function composeReport(auditId: string, filter: SentFilter): Promise<DocumentModel> {
  return done(await callHost('audit:report', { auditId, locale: 'zh-CN', filter })).model
}

/** Writes the records that pass as a CSV table, read back and hashed. */
export async function writeTable(
  asked: IpcInput<'audit:table'>,
  name: string,
  folder: string | null,
): Promise<readonly WrittenFile[]> {
  const { artifact } = done(await callHost('audit:table', asked))
  const { artifactId, format } = artifact
  try {
    const items = [{ artifactId, fileName: `${name}${artifactEndings[format]}` }]
    return done(await callHost('document:write', { items, ...(folder === null ? {} : { folder }) })).files
  } finally {
    await callHost('document:drop', { artifactIds: [artifactId] })
  }
}
