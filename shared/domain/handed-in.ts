import { z } from 'zod'
import { sha256Schema } from './ids'

/** What an alliance hands in on a campaign, by what it is. */
export const reportParts = ['summary', 'plan', 'self-report', 'statistics', 'other'] as const
export type ReportPart = (typeof reportParts)[number]

/** A file as it was handed in; its bytes lie with the attachments. */
export const handedInFileSchema = z.strictObject({
  part: z.enum(reportParts),
  fileName: z.string().min(1).max(255),
  sha256: sha256Schema,
  size: z.int().min(0),
})
export type HandedInFile = Readonly<z.infer<typeof handedInFileSchema>>

/** Where a report goes: both divisions by Art. 16; another place where the office's own notice names one. */
export const reportRecipients = ['business', 'policy', 'other'] as const
export type ReportRecipient = (typeof reportRecipients)[number]

/** Files of before and files that came now: the same bytes for the same part lie there once. */
export function filesTogether(before: readonly HandedInFile[], now: readonly HandedInFile[]): readonly HandedInFile[] {
  const isKnown = (file: HandedInFile) =>
    before.some(({ part, sha256 }) => part === file.part && sha256 === file.sha256)
  return [...before, ...now.filter((file) => !isKnown(file))]
}
