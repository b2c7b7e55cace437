import { z } from 'zod'
import { defaultFigures, figureSchema } from './annual-figures'
import { calendarDateSchema } from './date'
import { localIdSchema, nameSchema } from './ids'
import { panelRulesSchema } from './panel'

const day = calendarDateSchema

/** Only the role of a division is fixed; its name changes (note 41). */
export const divisionSchema = z.strictObject({
  id: localIdSchema,
  name: nameSchema,
  role: z.enum(['business', 'policy-law', 'other']),
  validFrom: day.nullable().default(null),
  validTo: day.nullable().default(null),
})
export type Division = Readonly<z.infer<typeof divisionSchema>>

/** A member body of the coordination group; which they are is editable data, host first. */
export const agencySchema = z.strictObject({
  id: localIdSchema,
  name: nameSchema,
  isHost: z.boolean().default(false),
  order: z.int(),
})
export type Agency = Readonly<z.infer<typeof agencySchema>>

/** An industry list of a time, with validity: “7+3”, strategic emerging industries. */
export const catalogueSchema = z.strictObject({
  id: z.string().min(1).max(60),
  name: nameSchema,
  validFrom: day.nullable().default(null),
  validTo: day.nullable().default(null),
  items: z.array(
    z.strictObject({
      code: z.string().min(1).max(60),
      name: nameSchema,
      group: z.enum(['advantage', 'potential', 'emerging']),
    }),
  ),
})

/**
 * Where the text leaves a choice (docs/regulation-notes.md), the default and its alternative. Work rules, never
 * statute.
 */
export const interpretationSchema = z.strictObject({
  /** Note 1: 备案机关 as printed. */
  filingAuthority: nameSchema.default('四川省推进产学研创新联盟构建工作协调指导小组办公室（省科技厅）'),
  /** Note 9: Art. 9(4): one year is counted to this day. */
  operationReferenceDay: z.enum(['accepted', 'panel']).default('accepted'),
  /** Note 6: a co-division (会办处室) must opine as well. */
  coDivisionsMustOpine: z.boolean().default(true),
  /** Note 7: hint when only one of university and institute is among the members. */
  hintIfOneResearchKindLacks: z.boolean().default(true),
  /** Note 8: parts of a name that hint at a party that is no legal person; a person confirms. */
  branchNameParts: z.array(z.string().trim().min(1).max(40)).default(['分公司', '学院', '实验室', '事业部', '办事处']),
  /** Note 13: whether the panel may sit on the very day of the business opinion. */
  panelOnDayOfOpinion: z.boolean().default(false),
  /** Note 14: how an agent's signature is shown to the panel: speaking against by the text, or as a hint. */
  agentSignature: z.enum(['contrary', 'hint']).default('contrary'),
  /** Note 12: whether the organisational opinion must precede the panel. */
  organisationBeforePanel: z.boolean().default(false),
  /** Note 19: the term starts on. */
  termStart: z.enum(['written', 'printed']).default('written'),
  /** Note 20: a re-registered term starts. */
  reRegistrationStart: z.enum(['day-after-old-term', 'notice']).default('day-after-old-term'),
  /** Note 20: an evaluation opens this many months before a term ends. */
  evaluationLeadMonths: z.int().min(1).max(12).default(6),
  /** Note 22: mid-December window (month-day). */
  annualReportFrom: z
    .string()
    .regex(/^12-\d{2}$/u)
    .default('12-11'),
  annualReportTo: z
    .string()
    .regex(/^12-\d{2}$/u)
    .default('12-20'),
  annualReportReminder: z
    .string()
    .regex(/^1[12]-\d{2}$/u)
    .default('12-01'),
  /** Note 26: the bar keeps the alliance from filing too, not from the pilot alone. */
  barCoversFiling: z.boolean().default(true),
  /** Note 26: same lead unit and at least this share of the former members suggest the same alliance. */
  sameAllianceShare: z.tuple([z.int().min(1), z.int().min(1)]).default([1, 2]),
  /** Note 27: failing an evaluation bars as well. */
  barAfterFailedEvaluation: z.boolean().default(false),
  /**
   * A work rule of offices that have one: 公示 of what was settled, before the notice of Art. 14. The measure knows none.
   */
  publicDisplay: z.boolean().default(false),
  /** How long it lasts, and whether working days or all days are counted. */
  displayDays: z.int().min(1).max(60).default(5),
  displayCounting: z.enum(['work', 'calendar']).default('work'),
  /** A work rule as well: a list of alliances that are not ripe yet, with a letter to each. */
  cultivationList: z.boolean().default(false),
  /** Art. 17 knows no rectification: whether one may stand before a result. */
  rectifyBeforeFailing: z.boolean().default(false),
  /** Whether the result of an evaluation is displayed before it is published. */
  displayEvaluation: z.boolean().default(false),
  /** Note 30: filing ends together with the pilot. */
  filingEndsWithRevocation: z.boolean().default(true),
  /** Note 4: pattern of a filing number; {year} and {seq} are filled. */
  filingNoPattern: z.string().max(60).default('川联备〔{year}〕{seq}号'),
  /** Note 31: date of issue of the measure, which its text does not give; null while unknown. */
  regulationIssuedOn: day.nullable().default(null),
})

/** Everything an office may set: names, lists, work rules, interpretations. */
export const officeSettingsSchema = z.strictObject({
  departmentName: nameSchema.default('四川省科学技术厅'),
  policyDivisionId: localIdSchema.default('policy'),
  divisions: z.array(divisionSchema).default([]),
  agencies: z.array(agencySchema).default([]),
  catalogues: z.array(catalogueSchema).default([]),
  /** Note 3: the basic conditions of the 《指导意见》 are not in the measure; an office keeps its own list (依据待核). */
  filingChecklist: z.array(nameSchema).default([]),
  /** Key figures of a year that the office asks for (work rule; Art. 16 asks for none). */
  annualFigures: z.array(figureSchema).default([...defaultFigures]),
  /** How bundles leave unless a person chooses otherwise: for the other desk where its key is known. */
  bundleProtection: z.enum(['recipient', 'passphrase', 'none']).default('recipient'),
  panelRules: panelRulesSchema.prefault({}),
  interpretation: interpretationSchema.prefault({}),
})
export type OfficeSettings = Readonly<z.infer<typeof officeSettingsSchema>>
