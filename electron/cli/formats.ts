import { z } from 'zod'
import { instantSchema, type CalendarDate } from '@shared/domain/date'
import { dossierFileSchema } from '@shared/domain/dossier'
import { officeSettingsSchema } from '@shared/domain/office'
import { batchSchema } from '@shared/domain/pilot'

export const opinionRecordFormat = 'lianshen-opinion-record/1'
export const batchFileFormat = 'lianshen-batch/1'

const draft = z.enum(['征求意见稿', '草稿'])

/**
 * What `lianshen opinion` reads: one dossier with its proceedings (panel, sealed expert opinions, recusal decisions and
 * the panel's own opinion). Settings default to the office's defaults; `createdAt` is the instant of the file's
 * metadata.
 */
export const opinionRecordSchema = z.strictObject({
  format: z.literal(opinionRecordFormat),
  dossier: dossierFileSchema,
  settings: officeSettingsSchema.optional(),
  draft: draft.optional(),
  createdAt: instantSchema.optional(),
})

/** What `lianshen notice` reads: a batch with the notice's own data, and the dossiers in it. */
export const batchFileSchema = z.strictObject({
  format: z.literal(batchFileFormat),
  batch: batchSchema,
  dossiers: z.array(dossierFileSchema),
  settings: officeSettingsSchema.optional(),
  draft: draft.optional(),
  createdAt: instantSchema.optional(),
})

export type OpinionRecord = Readonly<z.infer<typeof opinionRecordSchema>>

/** Equal input gives equal bytes: without a stated instant the metadata says the start of the document's own day. */
export const metadataInstant = (stated: string | undefined, day: CalendarDate): string =>
  stated === undefined ? `${day}T00:00:00Z` : new Date(stated).toISOString()
