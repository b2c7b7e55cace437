import { z } from 'zod'
import { localIdSchema, nameSchema, sha256Schema } from './ids'

/** What somebody says by marking a place: 要点 (it matters), 存疑 (to be asked), 矛盾 (it speaks against another place). */
export const readingMarkKinds = ['point', 'doubt', 'contradiction'] as const
export const readingMarkKindSchema = z.enum(readingMarkKinds)
export type ReadingMarkKind = z.infer<typeof readingMarkKindSchema>

const share = z.number().min(0).max(1)

/** Lines of text that one mark may cover. */
export const mostBoxes = 200

/** A place of a file that its reader marked, with what he or she noted beside it. */
export const readingMarkSchema = z.strictObject({
  id: localIdSchema,
  kind: readingMarkKindSchema,
  materialId: localIdSchema,
  materialTitle: nameSchema,
  /** Which bytes were marked. */
  sha256: sha256Schema,
  page: z.int().min(1),
  /**
   * One box for each line, in fractions of the page as the file has it, from its top left; none for the whole page.
   */
  boxes: z.array(z.strictObject({ x: share, y: share, width: share, height: share })).max(mostBoxes),
  /** The words that were marked; empty on an image. */
  quote: z.string().max(2000).default(''),
  note: z.string().max(2000).default(''),
})
export type ReadingMark = Readonly<z.infer<typeof readingMarkSchema>>

/** A mark on its reader's desk: it goes along with the opinion where he or she says so, else nowhere. */
export const keptMarkSchema = readingMarkSchema.extend({ isCarried: z.boolean().default(false) })
export type KeptMark = Readonly<z.infer<typeof keptMarkSchema>>

/** The mark itself, without what its reader means to do with it. */
export function markOf(kept: KeptMark): z.infer<typeof readingMarkSchema> {
  const { id, kind, materialId, materialTitle, sha256, page, boxes, quote, note } = kept
  return { id, kind, materialId, materialTitle, sha256, page, boxes: [...boxes], quote, note }
}

/** In reading order: file after file as the dossier lists them, then page, then from the top. */
export function inReadingOrder<M extends ReadingMark>(
  marks: readonly M[],
  materials: readonly { readonly id: string }[],
): readonly M[] {
  const at = ({ materialId }: M) => materials.findIndex(({ id }) => id === materialId)
  const top = ({ boxes }: M) => boxes[0]?.y ?? 0
  return marks.toSorted((a, b) => at(a) - at(b) || a.page - b.page || top(a) - top(b))
}
