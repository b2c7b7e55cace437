/** Facts of a dossier counted for one criterion, as sentences. No judgement is made here. */
import { unitKinds } from '@shared/domain/unit-kinds'
import {
  currentMembers,
  memberById,
  type ClauseKey,
  type DossierContent,
  type DossierFile,
} from '@shared/domain/dossier'
import { formatChineseDate } from '@shared/domain/date'
import type { CriterionId } from '@shared/domain/judgement'
import type { OfficeSettings } from '@shared/domain/office'
import { formatWanYuan, sumFen } from '@shared/lib/money'
import { firstMoneyOn, operationSpan } from '@shared/regulation/operation-span'
import { signatureFindings } from '@shared/regulation/signature-findings'
import { listNames } from './chinese-text'
import { unitKindNames } from './vocabulary/values'

type CountedFrom = {
  readonly file: DossierFile
  readonly settings: OfficeSettings
}

/** What the program counted for a criterion; every number is a recount of the dossier. */
export function countedFacts(id: CriterionId, facts: CountedFrom): string {
  const { content } = facts.file
  switch (id) {
    case 'C12-1':
      return signatureFacts(content)
    case 'C12-2':
      return divisionFacts(content)
    case 'C9-1':
      return compositionFacts(content)
    case 'C9-2':
      return liabilityFacts(content)
    case 'C9-3':
      return fundsRuleFacts(content)
    case 'C9-4':
      return operationFacts(facts)
    case 'C9-5':
      return planFacts(content)
  }
}

/**
 * Art. 12(1): who signed, in what capacity, and where the signer was not the registered legal representative of that
 * day.
 */
function signatureFacts(content: DossierContent): string {
  const findings = signatureFindings(content)
  const signed = findings.filter((finding) => finding.signer !== null)
  const byRepresentative = signed.filter((finding) => finding.capacity === 'legal-representative')
  const byAgent = signed.filter((finding) => finding.capacity === 'agent')
  const unsigned = findings.filter((finding) => finding.signer === null)
  const mismatched = byRepresentative.filter((finding) => finding.isLegalRepresentative === false)
  return [
    `协议由${signed.length}家成员单位签署，其中法定代表人签署${byRepresentative.length}家`,
    byAgent.length > 0 ? `、委托代理人签署${byAgent.length}家（${listNames(byAgent.map((f) => f.unitName))}）` : '',
    unsigned.length > 0 ? `，尚有${unsigned.length}家未签署（${listNames(unsigned.map((f) => f.unitName))}）` : '',
    '。',
    mismatched
      .map((f) => `${f.unitName}的签署人${f.signer ?? ''}与签署日登记的法定代表人${listNames(f.registered)}不一致。`)
      .join(''),
  ].join('')
}

/** Art. 12(2): tasks, and which members have one. */
function divisionFacts(content: DossierContent): string {
  const members = currentMembers(content)
  const busy = new Set(content.tasks.flatMap((task) => [task.leadUnitId, ...task.unitIds]))
  const idle = members.filter((member) => !busy.has(member.unitId))
  const headless = content.tasks.filter((task) => task.leadUnitId === null)
  return [
    content.tasks.length === 0 ? '联盟未提出技术创新任务' : `联盟提出${content.tasks.length}项技术创新任务`,
    `；${members.length}家成员单位中${members.length - idle.length}家有具体任务分工`,
    idle.length > 0 ? `，${idle.length}家尚无任务分工（${namesOf(idle)}）` : '',
    headless.length > 0 ? `；${headless.length}项任务未明确牵头单位` : '',
    '。',
  ].join('')
}

/** Art. 9(1): members by kind, and how far their standing as independent legal persons is confirmed. */
function compositionFacts(content: DossierContent): string {
  const members = currentMembers(content)
  const kinds = unitKinds
    .map((kind) => ({ kind, count: members.filter((member) => member.kind === kind).length }))
    .filter(({ count }) => count > 0)
    .map(({ kind, count }) => `${unitKindNames[kind]}${count}家`)
  const legal = members.filter((member) => member.independentLegalPerson === true)
  const notLegal = members.filter((member) => member.independentLegalPerson === false)
  const open = members.filter((member) => member.independentLegalPerson === null)
  return [
    `联盟现有成员单位${members.length}家`,
    kinds.length > 0 ? `，其中${listNames(kinds)}` : '',
    `；经核实为独立法人的${legal.length}家`,
    notLegal.length > 0 ? `，不是独立法人的${notLegal.length}家（${namesOf(notLegal)}）` : '',
    open.length > 0 ? `，尚待核实的${open.length}家（${namesOf(open)}）` : '',
    '。',
  ].join('')
}

/** Art. 9(2): the liable body and where the agreement has its authority, procedure and the sharing of liability. */
function liabilityFacts(content: DossierContent): string {
  const { liableBody } = content.agreement
  const body =
    liableBody === null
      ? '协议未明确联盟对外承担法律责任的主体'
      : `协议确定的对外承担法律责任的主体为${
          liableBody.kind === 'member'
            ? (memberById(content, liableBody.unitId)?.fullName ?? '已退出的单位')
            : liableBody.name
        }`
  return `${body}；${clauses(content, [
    ['authorityScope', '授权范围'],
    ['authorityProcedure', '授权程序'],
    ['liabilitySharing', '内部责任分担方式'],
  ])}。`
}

/** Art. 9(3): the alliance's own rule on funds, and the clause on its breach in the agreement (note 10). */
function fundsRuleFacts(content: DossierContent): string {
  const { rule, managingUnitId } = content.funds
  const manager = memberById(content, managingUnitId)
  return [
    rule === null
      ? '材料中未见联盟经费管理办法'
      : `联盟经费内部管理办法为${bookTitle(rule.name)}${rule.docNo === '' ? '' : `（${rule.docNo}）`}` +
        (rule.adoptedOn === null ? '，通过日期未载明' : `，${formatChineseDate(rule.adoptedOn)}通过`),
    manager === undefined ? '' : `；经费由${manager.fullName}管理`,
    `；${clauses(content, [['fundsBreach', '违反经费管理规定的违约责任']])}。`,
  ].join('')
}

/** Art. 9(4): money in and running, counted; an override of the check is shown after the judgement. */
function operationFacts({ file, settings }: CountedFrom): string {
  const { injections, operationStartedOn } = file.content.funds
  const first = firstMoneyOn(file.content)
  const span = operationSpan(file.content, settings, file.proceedings)
  return [
    first === null
      ? '联盟尚无资金到位'
      : `联盟累计到位资金${formatWanYuan(sumFen(injections.map((item) => item.amountFen)))}万元，首笔资金于${formatChineseDate(first)}到位`,
    operationStartedOn === null ? '，开始运行日期未载明' : `，${formatChineseDate(operationStartedOn)}开始运行`,
    span === null
      ? '。'
      : `；自${formatChineseDate(span.from)}至${formatChineseDate(span.to)}已运行${spanWords(span)}，` +
        (span.isFullYear ? '满足投入资金开始运行1年以上的要求。' : '不满足投入资金开始运行1年以上的要求。'),
  ].join('')
}

/** Art. 9(5): the five parts of the plan, and which members it names. */
function planFacts(content: DossierContent): string {
  const { plan } = content
  const parts: [string, boolean][] = [
    ['总体目标', plan.overall.trim() !== ''],
    ['阶段目标', plan.stages.trim() !== ''],
    ['重点任务', plan.keyTasks.trim() !== ''],
    ['任务分工', plan.division.length > 0],
    ['年度计划', plan.annual.trim() !== ''],
  ]
  const lacking = parts.filter(([, present]) => !present).map(([name]) => name)
  const members = currentMembers(content)
  const named = new Set(plan.division.map((row) => row.unitId))
  const count = members.filter((member) => named.has(member.unitId)).length
  return [
    lacking.length === 0
      ? `发展战略规划载有${listNames(parts.map(([name]) => name))}`
      : `发展战略规划缺少${listNames(lacking)}`,
    `；${members.length}家成员单位中${count}家列入规划的任务分工。`,
  ].join('')
}

/** 1年2个月; below one year the days are printed too, for there they decide. */
function spanWords({ years, months, days }: { years: number; months: number; days: number }): string {
  const words = [
    years > 0 ? `${years}年` : '',
    months > 0 ? `${months}个月` : '',
    years === 0 && (days > 0 || months === 0) ? `${days}天` : '',
  ]
  return words.join('')
}

/** 授权范围见协议第十二条; a clause that the dossier does not name is said to be missing. */
function clauses(content: DossierContent, wanted: readonly (readonly [ClauseKey, string])[]): string {
  return wanted
    .map(([key, label]) => {
      const clause = content.agreement.clauses[key] ?? null
      if (clause === null) return `协议未载明${label}`
      return `${label}见协议${clause.number}${clause.page === null ? '' : `（第${clause.page}页）`}`
    })
    .join('，')
}

const bookTitle = (name: string): string => (name.startsWith('《') ? name : `《${name}》`)

const namesOf = (members: readonly { readonly fullName: string }[]): string =>
  listNames(members.map((member) => member.fullName))
