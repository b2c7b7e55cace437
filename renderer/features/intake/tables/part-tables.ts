import type { DossierContent } from '@shared/domain/dossier'
import { formatWanYuan } from '@shared/lib/money'
import type { PlainKey } from '@shared/messages/catalogue'
import type { Translate } from '@shared/messages/translate'
import type { InjectionRow } from '@shared/tables/injection-table'
import type { MemberRow } from '@shared/tables/member-table'
import type { SignatureRow } from '@shared/tables/signature-table'
import type { TaskRow } from '@shared/tables/task-table'
import { wordsOf } from '@renderer/ui/words'
import type { TableWords } from '@renderer/parts/tables/table-words'

const text = (value: unknown): string => String(value)
const money = (t: Translate, value: unknown): string => `${formatWanYuan(Number(value))} ${t('common.wan')}`

export const memberWords: TableWords<MemberRow> = {
  name: 'table.name.members',
  columns: {
    fullName: 'intake.member.fullName',
    creditCode: 'field.creditCode',
    kind: 'intake.member.kind',
    independent: 'intake.member.independent',
    city: 'intake.member.city',
    representative: 'capacity.legal-representative',
    role: 'intake.member.role',
    capital: 'intake.member.capital',
    contribution: 'intake.member.contribution',
    contributionForm: 'intake.member.contributionForm',
    parentUnit: 'intake.member.parentUnit',
    frontier: 'intake.member.frontier',
    joinedOn: 'intake.member.joinedOn',
    leftOn: 'intake.member.leftOn',
  },
  show: (t, key, value) => {
    if (key === 'kind') return wordsOf(t, `unitKind.${text(value)}`)
    if (key === 'role') return wordsOf(t, `memberRole.${text(value)}`)
    if (key === 'independent') return t(value === true ? 'common.yes' : 'common.no')
    return key === 'capital' || key === 'contribution' ? money(t, value) : text(value)
  },
}

const unitName = (content: DossierContent, unitId: unknown): string =>
  content.members.find((member) => member.unitId === unitId)?.fullName ?? ''

export const signatureWords = (content: DossierContent): TableWords<SignatureRow> => ({
  name: 'table.name.signatures',
  columns: {
    unitId: 'common.unit',
    signer: 'intake.signature.signer',
    capacity: 'intake.signature.capacity',
    signedOn: 'intake.signature.signedOn',
    sealName: 'intake.signature.sealName',
    page: 'intake.signature.page',
  },
  show: (t, key, value) => {
    if (key === 'unitId') return unitName(content, value)
    return key === 'capacity' ? wordsOf(t, `capacity.${text(value)}`) : text(value)
  },
})

export const taskWords = (content: DossierContent): TableWords<TaskRow> => ({
  name: 'table.name.tasks',
  columns: {
    name: 'intake.task.name',
    nature: 'intake.task.nature',
    chainLink: 'intake.task.chainLink',
    lead: 'intake.task.lead',
    units: 'intake.task.units',
    start: 'intake.task.start',
    end: 'intake.task.end',
    span: 'table.column.span',
    fund: 'intake.task.fund',
    indicators: 'intake.task.indicators',
    annualPlan: 'intake.task.annualPlan',
  } satisfies Readonly<Record<string, PlainKey>>,
  show: (t, key, value) => {
    if (key === 'nature') return wordsOf(t, `taskNature.${text(value)}`)
    if (key === 'chainLink') return wordsOf(t, `chainLink.${text(value)}`)
    if (key === 'lead') return unitName(content, value)
    if (key === 'units') return (value as readonly string[]).map((unitId) => unitName(content, unitId)).join('、')
    if (key === 'span') return Object.values(value as object).join(' – ')
    return key === 'fund' ? money(t, value) : text(value)
  },
})

export const injectionWords: TableWords<InjectionRow> = {
  name: 'table.name.injections',
  columns: {
    source: 'intake.injection.source',
    amount: 'intake.injection.amount',
    receivedOn: 'intake.injection.receivedOn',
  },
  show: (t, key, value) => {
    if (key === 'source') return wordsOf(t, `fundSource.${text(value)}`)
    return key === 'amount' ? money(t, value) : text(value)
  },
}
