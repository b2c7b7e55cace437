import { z } from 'zod'
import { criterionIds } from '@shared/domain/judgement'
import type { DossierId, PanelId } from '@shared/domain/ids'
import { keepPlace, placeOf } from '../data/kept-places'
import { pagePlaceSchema, turnsSchema } from '../ui/pdf/page-place'

const stepSchema = z.literal([...criterionIds, 'overall'])

/** A file and the place in it. */
const spotSchema = z.object({ materialId: z.string(), place: pagePlaceSchema })
export type Spot = z.infer<typeof spotSchema>

/** Where the keyboard is: on the pages, or in a text at a place of it. */
const focusSchema = z.union([
  z.object({ kind: z.literal('pages') }),
  z.object({ kind: z.literal('field'), field: z.string(), start: z.int().min(0), end: z.int().min(0) }),
])

/** Where somebody is in one dossier; of another version of it what still exists. No word of it. */
const readingPlaceSchema = z.object({
  step: stepSchema,
  /** What each pane shows, one or two side by side. */
  panes: z.array(spotSchema).min(1).max(2).nullable(),
  active: z.literal([0, 1]),
  /** Where one was last in each file, and which of its pages were turned. */
  files: z.record(z.string(), z.object({ place: pagePlaceSchema, turns: turnsSchema })),
  /** Where one came from, and after going back, where to: the nearest last. */
  back: z.array(spotSchema),
  forward: z.array(spotSchema),
  focus: focusSchema.nullable(),
  side: z.literal(['reading', 'judging']),
  /** How far the judging column is scrolled, in pixels. */
  judgingTop: z.number().min(0),
})
export type ReadingPlace = z.infer<typeof readingPlaceSchema>

export type DossierKey = { readonly panelId: PanelId; readonly dossierId: DossierId }

const nameOf = ({ panelId, dossierId }: DossierKey): string => `reading/${panelId}/${dossierId}`

const nowhere: ReadingPlace = {
  step: 'C12-1',
  panes: null,
  active: 0,
  files: {},
  back: [],
  forward: [],
  focus: null,
  side: 'reading',
  judgingTop: 0,
}

/** Where one was in a dossier when one left it, on whatever day. */
export function readingPlaceOf(dossier: DossierKey): ReadingPlace {
  const read = readingPlaceSchema.safeParse(placeOf(nameOf(dossier)))
  return read.success ? read.data : nowhere
}

export function keepReading(dossier: DossierKey, change: Partial<ReadingPlace>): void {
  keepPlace(nameOf(dossier), { ...readingPlaceOf(dossier), ...change })
}
