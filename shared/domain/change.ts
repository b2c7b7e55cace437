import { z } from 'zod'
import { calendarDateSchema } from './date'
import { localIdSchema, nameSchema, textSchema } from './ids'
import { unitKinds } from './unit-kinds'

const day = calendarDateSchema

export const changeKinds = [
  'lead-renamed',
  'lead-restructured',
  'chair-changed',
  'member-joined',
  'member-left',
  'member-renamed',
  'members-merged',
  'member-split',
  'alliance-renamed',
  'secretariat-changed',
  'other',
] as const
export type ChangeKind = (typeof changeKinds)[number]

/**
 * Art. 18 names 牵头单位发生更名、重组等重大调整 and 联盟成员单位发生调整. The alliance's own name and its secretariat are not in the text:
 * an office has them filed by a work rule (note 24).
 */
export const isChangeOfStatute = (kind: ChangeKind): boolean =>
  kind !== 'other' && kind !== 'alliance-renamed' && kind !== 'secretariat-changed'

/** A unit that becomes a member by a change; its id is given when that is noted, so that carrying chooses none. */
const comingUnitSchema = z.strictObject({
  unitId: localIdSchema,
  fullName: nameSchema,
  kind: z.enum(unitKinds),
  creditCode: z.string().max(40).optional(),
})
export type ComingUnit = Readonly<z.infer<typeof comingUnitSchema>>

/** What a change does to the dossier, as far as its kind has it. */
const changeEffectSchema = z.strictObject({
  /** Of a renaming or restructuring. */
  newName: nameSchema.optional(),
  /** Members that merge. */
  unitIds: z.array(localIdSchema).optional(),
  /** The member that holds the office from now on, or that those who merge become part of. */
  toUnitId: localIdSchema.optional(),
  /** The new chair, or the new secretary general. */
  person: z.string().max(100).optional(),
  units: z.array(comingUnitSchema).optional(),
})

/** Art. 18. `completedOn` is the date on the completing document (note 24). */
export const changeSchema = z.strictObject({
  id: localIdSchema,
  kind: z.enum(changeKinds),
  unitId: localIdSchema.nullable().default(null),
  description: textSchema.default(''),
  completedOn: day,
  filedOn: day.nullable().default(null),
  /** The day on which the office learned of it, filed or not. */
  knownOn: day.optional(),
  /** The paper with which it was filed: its name and number. */
  paper: z.string().max(300).optional(),
  effect: changeEffectSchema.optional(),
  /** 结转: the version of the dossier that it was carried into, and the name that stood there before. */
  carried: z
    .strictObject({
      on: day,
      by: z.string().max(100),
      version: z.int().min(1),
      oldName: nameSchema.optional(),
    })
    .optional(),
  /** The notice that published a renaming. */
  publishedIn: z.string().max(120).optional(),
})
export type Change = Readonly<z.infer<typeof changeSchema>>
