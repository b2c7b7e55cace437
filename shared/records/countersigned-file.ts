import { z } from 'zod'
import { panelOpinionSchema } from '../domain/panel'
import { deskStatementSchema } from './payloads'
import { recordEnvelopeSchema } from './record'

/** Name of the file that a countersigned PDF carries, and of its format. */
export const countersignedFileName = 'countersignatures.json'
export const countersignedFormat = 'lianshen-countersignatures/1'

/**
 * The opinion with everything its experts signed, as it travels inside the PDF: each record signed by the expert's own
 * key over the opinion's hash, and the certificate of each desk. Enough to verify them without this program.
 */
export const countersignedFileSchema = z.strictObject({
  format: z.literal(countersignedFormat),
  opinion: panelOpinionSchema,
  /** Statements of the desks whose records are below. */
  desks: z.array(deskStatementSchema),
  /** `panel-opinion.signed`, as their authors signed them. */
  records: z.array(recordEnvelopeSchema),
})
export type CountersignedFile = z.infer<typeof countersignedFileSchema>
