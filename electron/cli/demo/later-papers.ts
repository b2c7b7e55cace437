import type { DossierCase } from '@shared/acts/dossier-case'
import type { Typed } from '@shared/documents/catalogue-facts'
import type { MadePaper } from '@shared/documents/paper'
import { addDays, addYears, calendarDateSchema, yearOf, type CalendarDate } from '@shared/domain/date'
import type { DossierFile } from '@shared/domain/dossier'
import { changeSchema } from '@shared/domain/change'
import { evaluationSchema, revocationSchema } from '@shared/domain/pilot'
import type { Proceedings } from '@shared/domain/proceedings'
import { paperOf } from './paper-desk'

/** A file as it would be with what comes later. */
const withLife = ({ file }: DossierCase, life: Partial<Proceedings>): DossierFile => ({
  ...file,
  proceedings: { ...file.proceedings, ...life },
})

/** 发文要素 as typed. */
const letter = (on: CalendarDate, serial: number, more: Typed = {}): Typed => ({
  docNo: `川科示〔${yearOf(on)}〕${serial}号`,
  writtenOn: on,
  printedOn: addDays(on, 1),
  copiedTo: '指导小组各成员单位（示例）',
  printedBy: '四川省科学技术厅办公室（示例）',
  ...more,
})

const toEverybody: Typed = { addressee: '各市（州）科技局，各有关单位' }

/**
 * What the years after publication bring, on paper: a report that is late, a change, an evaluation, a revocation. Their
 * facts are invented here and enter no journal, for those days are not yet come.
 */
export async function laterPapers([first, second]: readonly [DossierCase, DossierCase]): Promise<readonly MadePaper[]> {
  const term = first.file.proceedings.pilotTerm
  if (term === null) throw new Error('the notice opens no term')
  const year = yearOf(term.from) + 1
  const completedOn = addDays(term.from, 5)
  const change = changeSchema.parse({
    id: 'change-1',
    kind: 'member-renamed',
    unitId: first.file.content.members.at(-1)?.unitId ?? null,
    description: '该单位已完成名称变更登记（示例）',
    completedOn,
    filedOn: addDays(completedOn, 20),
  })
  const revocation = revocationSchema.parse({
    ground: '19.2',
    facts: '该联盟自上一年度起未召开理事会，协议约定的四项任务均未开展（示例）。',
    evidence: '年度工作总结、现场核查记录（示例）。',
    heardOn: addDays(addYears(term.from, 2), -20),
    decidedOn: addYears(term.from, 2),
  })
  const reminded = calendarDateSchema.parse(`${year}-12-22`)
  const republished = addDays(term.to, -10)
  const revoked = addDays(revocation.decidedOn, 3)
  const evaluated = (dossier: DossierCase, result: 'qualified' | 'not-qualified', serial: number) =>
    paperOf(dossier, 'evaluation-notice', {
      on: republished,
      typed: letter(republished, serial, { ...toEverybody, joint: 'yes' }),
      then: withLife(dossier, {
        evaluations: [evaluationSchema.parse({ decidedOn: addDays(term.to, -60), result })],
      }),
    })
  return [
    await paperOf(first, 'annual-reminder', {
      on: reminded,
      typed: letter(reminded, 41, { year: String(year) }),
    }),
    await paperOf(first, 'change-receipt', {
      on: completedOn,
      typed: { issuedOn: addDays(completedOn, 21) },
      subject: { id: change.id, label: change.filedOn ?? '' },
      then: withLife(first, { changes: [change] }),
    }),
    await evaluated(first, 'qualified', 12),
    await evaluated(second, 'not-qualified', 13),
    await paperOf(second, 'revocation-notice', {
      on: revoked,
      typed: letter(revoked, 5, toEverybody),
      then: withLife(second, { revocation }),
    }),
  ]
}
