import { departmentAlone, jointIssuers } from '@shared/domain/issuers'
import { vendoredCalendar } from '@shared/calendar/vendored'
import { composeAnnualReminder } from '@shared/documents/annual-reminder'
import { composeArchiveIndex, type ArchivedAct, type ArchivedDocument } from '@shared/documents/archive-index'
import { composeChangeReceipt } from '@shared/documents/change-receipt'
import { composeEvaluationNotice } from '@shared/documents/evaluation-notice'
import { composeRevocationNotice } from '@shared/documents/revocation-notice'
import { addDays, addYears, calendarDateSchema, type CalendarDate } from '@shared/domain/date'
import type { DossierFile } from '@shared/domain/dossier'
import { changeSchema, evaluationSchema, noticeSchema, revocationSchema, type Notice } from '@shared/domain/pilot'
import type { Proceedings } from '@shared/domain/proceedings'
import { actNames } from '@shared/documents/vocabulary/acts'
import { paperName } from '@shared/documents/vocabulary/papers'
import type { AssembledDossier } from '@shared/records/assemble-dossier'
import { regulation2010 } from '@shared/regulation/2010/index'
import type { OfficeDesk } from './office-desk'
import { atStartOf, required, type Paper } from './papers'

/**
 * What the years after publication bring, on paper: a report that is late, a change, an evaluation, a revocation. Their facts are invented
 * here and enter no journal, for those days are not yet come.
 */
export function laterPapers(office: OfficeDesk, [first, second]: readonly [DossierFile, DossierFile]): Paper[] {
  const { settings } = office
  const term = first.proceedings.pilotTerm
  if (term === null) throw new Error('the notice opens no term')
  const year = Number(term.from.slice(0, 4)) + 1
  const office2010 = { settings, regulationTitle: regulation2010.title }
  const withLife = (file: DossierFile, life: Partial<Proceedings>): DossierFile => ({
    ...file,
    proceedings: { ...file.proceedings, ...life },
  })
  const completedOn = addDays(term.from, 5)
  const change = changeSchema.parse({
    id: 'change-1',
    kind: 'member-renamed',
    unitId: first.content.members.at(-1)?.unitId ?? null,
    description: '该单位已完成名称变更登记（示例）',
    completedOn,
    filedOn: addDays(completedOn, 20),
  })
  const evaluated = (result: 'qualified' | 'not-qualified') => ({
    evaluations: [evaluationSchema.parse({ decidedOn: addDays(term.to, -60), result })],
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
  const at = (day: CalendarDate) => ({ ...office2010, createdAt: atStartOf(day) })
  const paper = (name: string, file: DossierFile, model: Paper['model']): Paper => ({
    name,
    model,
    about: { dossierId: file.id },
  })
  return [
    paper(
      '年度报告催报',
      first,
      required(composeAnnualReminder({ ...at(reminded), file: first, year, notice: letter(office, reminded, 41) })),
    ),
    paper(
      '变更备案回执',
      first,
      required(
        composeChangeReceipt({
          ...at(completedOn),
          file: withLife(first, { changes: [change] }),
          change,
          calendar: vendoredCalendar,
          issuedOn: addDays(completedOn, 21),
        }),
      ),
    ),
    paper(
      '测评结果与重新登记公布',
      first,
      required(
        composeEvaluationNotice({
          ...at(republished),
          dossiers: [withLife(first, evaluated('qualified')), withLife(second, evaluated('not-qualified'))],
          notice: { ...letter(office, republished, 12), issuers: jointly(office) },
        }),
      ),
    ),
    paper(
      '撤销通知',
      second,
      required(
        composeRevocationNotice({
          ...at(revoked),
          file: withLife(second, { revocation }),
          notice: letter(office, revoked, 5),
        }),
      ),
    ),
  ]
}

const jointly = ({ settings }: OfficeDesk): Notice['issuers'] => jointIssuers(settings)

const letter = ({ settings }: OfficeDesk, on: CalendarDate, serial: number): Notice =>
  noticeSchema.parse({
    docNo: `川科示〔${on.slice(0, 4)}〕${serial}号`,
    writtenOn: on,
    printedOn: addDays(on, 1),
    issuers: departmentAlone(settings),
    addressee: '各市（州）科技局，各有关单位',
    copiedTo: '指导小组各成员单位（示例）',
    printedBy: '四川省科学技术厅办公室（示例）',
  })

/** 归档目录 of one dossier from the journal: every record that speaks of it, and every document written of it. */
export async function archiveIndexFor(office: OfficeDesk, { file, contentHash }: AssembledDossier): Promise<Paper> {
  const records = (await office.records()).filter(({ payload }) => speaksOf(payload, file.id))
  const documents = records.flatMap((record): ArchivedDocument[] => {
    if (record.type !== 'document.exported') return []
    return [{ title: paperName(record.payload.documentKind), files: record.payload.files }]
  })
  const desks = new Map(
    (await office.records()).flatMap((record) =>
      record.type === 'desk.introduced' ? [[record.payload.keyId as string, record.payload.name] as const] : [],
    ),
  )
  const acts = records.map(({ type, at, author, id }): ArchivedAct => ({
    title: actNames[type],
    on: calendarDateSchema.parse(at.slice(0, 10)),
    by: desks.get(author) ?? office.desk.name,
    recordId: id,
  }))
  return {
    name: '归档目录',
    about: { dossierId: file.id },
    model: required(
      composeArchiveIndex({
        createdAt: atStartOf(office.today),
        file,
        contentHash,
        documents,
        acts,
        compiledBy: '李示例',
        compiledOn: office.today,
      }),
    ),
  }
}

function speaksOf(payload: object, dossierId: string): boolean {
  if ('dossierId' in payload) return payload.dossierId === dossierId
  return 'dossierIds' in payload && Array.isArray(payload.dossierIds) && payload.dossierIds.includes(dossierId)
}
