import { z } from 'zod'
import { calendarDateSchema } from './date'
import { localIdSchema, nameSchema } from './ids'
import { panelRulesSchema } from './panel'

const day = calendarDateSchema

/** Only the role of a division is fixed; its name changes (domain.md section 4). */
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
export type Catalogue = Readonly<z.infer<typeof catalogueSchema>>

/** Where the text leaves a choice (domain.md section 8), the default and its alternative. Work rules, never statute. */
export const interpretationSchema = z.strictObject({
  /** A1 备案机关 as printed. */
  filingAuthority: nameSchema.default('四川省推进产学研创新联盟构建工作协调指导小组办公室（省科技厅）'),
  /** A9 Art. 9(4): one year is counted to this day. */
  operationReferenceDay: z.enum(['accepted', 'panel']).default('accepted'),
  /** A12: whether the organisational opinion must precede the panel. */
  organisationBeforePanel: z.boolean().default(false),
  /** A19 the term starts on. */
  termStart: z.enum(['written', 'printed']).default('written'),
  /** A20 a re-registered term starts. */
  reRegistrationStart: z.enum(['day-after-old-term', 'notice']).default('day-after-old-term'),
  /** A22 mid-December window (month-day). */
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
  /** A27 failing an evaluation bars as well. */
  barAfterFailedEvaluation: z.boolean().default(false),
  /** A30 filing ends together with the pilot. */
  filingEndsWithRevocation: z.boolean().default(true),
  /** A4 pattern of a filing number; {year} and {seq} are filled. */
  filingNoPattern: z.string().max(60).default('川联备〔{year}〕{seq}号'),
  /** A31 date of issue of the measure, which its text does not give; null while unknown. */
  regulationIssuedOn: day.nullable().default(null),
})
export type Interpretation = Readonly<z.infer<typeof interpretationSchema>>

/** Everything an office may set: names, lists, work rules, interpretations. */
export const officeSettingsSchema = z.strictObject({
  departmentName: nameSchema.default('四川省科学技术厅'),
  policyDivisionId: localIdSchema.default('policy'),
  divisions: z.array(divisionSchema).default([]),
  agencies: z.array(agencySchema).default([]),
  catalogues: z.array(catalogueSchema).default([]),
  panelRules: panelRulesSchema.prefault({}),
  interpretation: interpretationSchema.prefault({}),
})
export type OfficeSettings = Readonly<z.infer<typeof officeSettingsSchema>>
