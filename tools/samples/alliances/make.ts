import type { AllianceSpec, InjectionSpec, UnitSpec } from '../spec'

type Extra = Pick<UnitSpec, 'leading' | 'frontier' | 'parent'>
type Row = readonly [
  id: string,
  role: UnitSpec['role'],
  name: string,
  rep: string,
  city: string,
  capital: number,
  contribution: number,
  work: string,
  extra?: Extra,
]

const rows =
  (kind: UnitSpec['kind']) =>
  ([id, role, name, rep, city, capital, contribution, work, extra = {}]: Row): UnitSpec => ({
    id,
    kind,
    role,
    name,
    rep,
    city,
    capital,
    contribution,
    work,
    ...extra,
  })

export const enterprise = (...row: Row): UnitSpec => rows('enterprise')(row)
export const university = (...row: Row): UnitSpec => rows('university')(row)
export const institute = (...row: Row): UnitSpec => rows('institute')(row)
export const other = (...row: Row): UnitSpec => rows('other')(row)

export const member = (wan: number, on: string, payer: string): InjectionSpec => ({ source: 'member', wan, on, payer })
export const government = (wan: number, on: string, payer: string): InjectionSpec => ({
  source: 'government',
  wan,
  on,
  payer,
})

type TaskRow = readonly [
  name: string,
  nature: AllianceSpec['tasks'][number]['nature'],
  link: AllianceSpec['tasks'][number]['link'],
  units: string,
  span: string,
  indicators: string,
  annual: string,
  fund: number,
]

/** One row of a task table; `units` are ids with the lead first, `span` is 2025-07/2028-06. */
export const task = (...[name, nature, link, units, span, indicators, annual, fund]: TaskRow) => {
  const [start = '', end = ''] = span.split('/')
  return { name, nature, link, units: units.split(' '), start, end, indicators, annual, fund }
}

/** The supervision sentence of a funds rule, naming who sends people. */
export const supervisedBy = (...names: readonly string[]): string =>
  `理事会设监督小组，由${names.join('、')}各推荐一名财务或审计人员组成，监督小组成员不得兼任秘书处职务。`
