import { vendoredCalendar } from '@shared/calendar/vendored'
import type { WorkCalendar } from '@shared/calendar/work-calendar'
import type { z } from 'zod'
import { calendarDateSchema, type CalendarDate } from '@shared/domain/date'
import { dossierContentHash, dossierContentSchema } from '@shared/domain/dossier'
import { dossierIdSchema, expertIdSchema, panelIdSchema, type ExpertId } from '@shared/domain/ids'
import { criterionIds } from '@shared/domain/judgement'
import type { OfficeSettings, officeSettingsSchema } from '@shared/domain/office'
import { recusalGrounds } from '@shared/domain/panel'
import { proceedingsSchema } from '@shared/domain/proceedings'
import type { RuleId } from '@shared/domain/rule-ids'
import { regulation2010 } from '@shared/regulation/2010/index'
import { checkRule, type CheckResult } from '@shared/regulation/check-dossier'
import { defaultOfficeSettings } from '@shared/regulation/default-office'
import type { Facts } from '@shared/regulation/rule'

/** A day as a test writes it. */
export const day = (text: string): CalendarDate => calendarDateSchema.parse(text)

type ContentDraft = z.infer<typeof dossierContentSchema>
type ProceedingsDraft = z.infer<typeof proceedingsSchema>
type SettingsDraft = z.infer<typeof officeSettingsSchema>

export const dossierId = dossierIdSchema.parse('11111111-1111-4111-8111-111111111111')
export const panelId = panelIdSchema.parse('22222222-2222-4222-8222-222222222222')
export const batchId = '33333333-3333-4333-8333-333333333333'
/** Experts 1 to 7: the first is a lawyer, the second knows finance. */
export const expertId = (number: number): ExpertId =>
  expertIdSchema.parse(`44444444-4444-4444-8444-44444444444${number}`)
const fileHash = 'a'.repeat(64)

const member = (unitId: string, fullName: string, kind: string, role = 'member') => ({
  unitId,
  fullName,
  kind,
  role,
  independentLegalPerson: true,
  leading: kind === 'enterprise' ? { isLeading: true, basis: '示例依据' } : null,
  frontier: kind === 'enterprise' ? '' : '示例学科水平',
  legalRepresentatives: [{ name: `${fullName}法人`, from: '2005-01-01', to: null }],
  contributionFen: 1_000_000_00,
})

const signature = (unitId: string, fullName: string) => ({
  unitId,
  signer: `${fullName}法人`,
  capacity: 'legal-representative',
  signedOn: '2009-05-01',
  sealName: fullName,
})

const material = (code: string) => ({
  id: code,
  code,
  title: `示例${code}`,
  fileName: `${code}.pdf`,
  sha256: fileHash,
  size: 1,
  signed: true,
  sealed: true,
  allPages: true,
  signaturePage: 1,
})

const cleanContent = (): ContentDraft =>
  dossierContentSchema.parse({
    alliance: {
      name: '示例钒钛材料产业技术创新联盟',
      industry: { catalogueId: '7+3', itemCode: 'A5' },
      chairUnitId: 'u1',
      leadUnitId: 'u1',
    },
    members: [
      member('u1', '示例甲有限公司', 'enterprise', 'chair'),
      member('u2', '示例乙大学', 'university'),
      member('u3', '示例丙研究院', 'institute'),
    ],
    agreement: {
      signedOn: '2009-05-01',
      effectiveOn: '2009-05-01',
      clauses: Object.fromEntries(
        [
          'liableBody',
          'authorityScope',
          'authorityProcedure',
          'liabilitySharing',
          'fundsBreach',
          'breach',
          'disputes',
          'dissolution',
        ].map((key, index) => [key, { number: `第${index + 1}条` }]),
      ),
      liableBody: { kind: 'member', unitId: 'u1' },
      signatures: [signature('u1', '示例甲有限公司'), signature('u2', '示例乙大学'), signature('u3', '示例丙研究院')],
    },
    goals: { overall: '示例目标', stages: '示例阶段' },
    tasks: [
      {
        id: 't1',
        name: '示例任务',
        chainLink: 'research',
        leadUnitId: 'u1',
        unitIds: ['u2', 'u3'],
        indicators: '示例指标',
      },
    ],
    funds: {
      injections: [
        { source: 'member', amountFen: 5_000_000_00, receivedOn: '2009-10-01', evidenceMaterialId: 'funds-proof' },
      ],
      operationStartedOn: '2009-12-01',
      rule: { name: '示例经费管理办法', adoptedOn: '2009-06-01' },
      supervision: '示例监督',
    },
    plan: {
      overall: '示例',
      stages: '示例',
      keyTasks: '示例',
      division: ['u1', 'u2', 'u3'].map((unitId) => ({ unitId, work: '示例' })),
      annual: '示例',
    },
    mechanisms: { credit: '示例', responsibility: '示例', benefit: '示例', organisation: '示例' },
    filing: { submittedOn: '2010-11-01', filedOn: '2010-12-01' },
    application: {
      appliedOn: '2011-01-10',
      acceptedOn: '2011-01-20',
      applicantUnitId: 'u1',
      hostDivisionId: 'business-1',
    },
    materials: [
      'filing-form',
      'agreement',
      'necessity',
      'pilot-application',
      'strategy-plan',
      'funds-rule',
      'funds-proof',
    ].map(material),
  })

const judgements = criterionIds.map((criterionId) => ({ criterionId, verdict: 'conforms', reason: '示例理由' }))
const experts = [1, 2, 3, 4, 5, 6, 7]

/** Everything that happened to a clean dossier up to its publication. */
const cleanProceedings = (dossierHash: string): ProceedingsDraft =>
  proceedingsSchema.parse({
    divisionOpinions: [
      {
        kind: 'business',
        divisionId: 'business-1',
        divisionName: '业务处室一（示例）',
        items: [],
        standing: '示例评价',
        conclusion: 'pass',
        signer: '示例',
        signedOn: '2011-03-01',
      },
      {
        kind: 'organisation',
        divisionId: 'policy',
        divisionName: '政策法规处',
        items: [],
        conclusion: 'pass',
        signer: '示例',
        signedOn: '2011-03-05',
      },
    ],
    panel: {
      id: panelId,
      title: '示例评审会',
      heldOn: '2011-04-10',
      experts: experts.map((number) => ({
        id: expertId(number),
        name: `示例专家${number}`,
        unitName: `示例单位${number}`,
        specialty: number === 1 ? 'law' : number === 2 ? 'finance' : 'technology',
      })),
      members: experts.map((number) => ({ expertId: expertId(number), present: true })),
      leaderExpertId: expertId(3),
      dossierIds: [dossierId],
    },
    recusalDeclarations: experts.map((number) => ({
      panelId,
      dossierId,
      expertId: expertId(number),
      answers: recusalGrounds.map((ground) => ({ ground, exists: false })),
      pledged: true,
      declaredOn: '2011-04-10',
    })),
    expertOpinions: experts.map((number) => ({
      format: 'lianshen-opinion/1',
      panelId,
      dossierId,
      expertId: expertId(number),
      expertName: `示例专家${number}`,
      dossierVersion: 1,
      dossierHash,
      regulationVersionId: '2010',
      version: 1,
      items: judgements,
      overall: '示例意见',
      vote: 'agree',
      signedOn: '2011-04-10',
    })),
    panelOpinion: {
      panelId,
      dossierId,
      dossierVersion: 1,
      dossierHash,
      version: 1,
      items: judgements,
      problems: '示例问题',
      suggestions: '示例建议',
      conclusion: 'pass',
      tally: { invited: 7, present: 7, recused: 0, agree: 7, disagree: 0, abstain: 0, missing: 0 },
      leaderExpertId: expertId(3),
      signedOn: '2011-04-10',
    },
    consultation: { heldOn: '2011-06-01', minutesNo: '示例纪要1', decision: 'decided' },
    publication: {
      batchId,
      notice: {
        writtenOn: '2011-09-20',
        issuers: defaultOfficeSettings().agencies.map(({ id, name, isHost }) => ({ agencyId: id, name, isHost })),
      },
    },
    pilotTerm: { batchId, from: '2011-09-20', to: '2014-09-20' },
  })

export type FactsChange = {
  readonly content?: (content: ContentDraft) => void
  readonly proceedings?: (proceedings: ProceedingsDraft) => void
  readonly settings?: (settings: SettingsDraft) => void
  readonly today?: string
  readonly calendar?: WorkCalendar
}

/**
 * A dossier in perfect order, published as a pilot, with what a test changes about it; what comes out is parsed again.
 */
export function buildFacts({
  content,
  proceedings,
  settings,
  today = '2011-10-10',
  calendar,
}: FactsChange = {}): Facts {
  const contentDraft = cleanContent()
  content?.(contentDraft)
  const parsed = dossierContentSchema.parse(contentDraft)
  const proceedingsDraft = cleanProceedings(dossierContentHash(parsed))
  proceedings?.(proceedingsDraft)
  return {
    content: parsed,
    proceedings: proceedingsSchema.parse(proceedingsDraft),
    settings: officeSettings(settings),
    today: day(today),
    calendar: calendar ?? vendoredCalendar,
  }
}

/** The office of the tests: the defaults, with a date of issue. */
export function officeSettings(change?: (settings: SettingsDraft) => void): OfficeSettings {
  const settings = structuredClone(defaultOfficeSettings()) as SettingsDraft
  settings.interpretation.regulationIssuedOn = day('2010-09-01')
  change?.(settings)
  return settings
}

export function check(ruleId: RuleId, facts: Facts): CheckResult {
  const rule = regulation2010.rules.find(({ id }) => id === ruleId)
  if (rule === undefined) throw new Error(`no rule ${ruleId}`)
  return checkRule(rule, facts)
}

/** The machine's verdict. */
export function verdictOf(ruleId: RuleId, change: FactsChange = {}): string {
  const { outcome } = check(ruleId, buildFacts(change))
  return outcome.by === 'system' ? outcome.verdict : outcome.by
}

/** Evidence as short lines `level key value`, for reading in a test. */
export const linesOf = (ruleId: RuleId, change: FactsChange = {}): string[] =>
  check(ruleId, buildFacts(change)).evidence.map(({ level, key, value }) => `${level} ${key} ${String(value)}`)

/** Lines that are more than facts. */
export const concernsOf = (ruleId: RuleId, change: FactsChange = {}): string[] =>
  linesOf(ruleId, change).filter((line) => !line.startsWith('fact '))

/** Adds a person's decision on recusal to the proceedings. */
export const recuse = (
  { recusalDecisions }: ProceedingsDraft,
  number: number,
  decision: 'recused' | 'not-recused' = 'recused',
) =>
  void recusalDecisions.push({
    panelId,
    dossierId,
    expertId: expertId(number),
    decision,
    grounds: [1],
    reason: '',
    by: '示例',
    on: day('2011-04-10'),
  })
