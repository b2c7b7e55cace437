import { z } from 'zod'
import { keptMarkSchema, type KeptMark } from '@shared/domain/reading-mark'
import { peekDraft } from './drafts'
import type { ExpertTask } from './expert-tasks'

/** What somebody left beside a dossier while reading: marks, and rows of the checks that he or she ticked off. */
export type ReadingNotes = {
  readonly marks: readonly KeptMark[]
  /** Rows of the tables beside the page, each by what it said when it was ticked: a row that changed is not ticked. */
  readonly ticks: readonly string[]
}

export const noNotes: ReadingNotes = { marks: [], ticks: [] }

/** Kept as texts are, and no record: of what is in them only that leaves the desk which its author lets go along. */
export const notesKeyOf = ({ panelId, dossierId }: Pick<ExpertTask, 'panelId' | 'dossierId'>): string =>
  `reading-notes/${panelId}/${dossierId}`

const storedSchema = z.object({
  // One mark that a later version wrote is no reason to lose the others.
  marks: z.array(z.unknown()).catch([]),
  ticks: z.array(z.string()).catch([]),
})

/** Reads stored notes, whatever another version left in them. */
export function readNotes(stored: unknown): ReadingNotes {
  const read = storedSchema.safeParse(stored)
  if (!read.success) return noNotes
  const marks = read.data.marks.flatMap((mark) => {
    const known = keptMarkSchema.safeParse(mark)
    return known.success ? [known.data] : []
  })
  return { marks, ticks: read.data.ticks }
}

/** The notes of a dossier as they are now. */
export const notesOf = (task: Pick<ExpertTask, 'panelId' | 'dossierId'>): ReadingNotes =>
  readNotes(peekDraft(notesKeyOf(task)))
