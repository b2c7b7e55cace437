import type { DossierFile } from '../../../shared/domain/dossier'
import agencies from '../../../resources/seeds/agencies.json'
import { dossierContentHash } from '../../../shared/domain/dossier'
import { expertOpinionSchema, expertSchema, panelSchema, recusalDeclarationSchema } from '../../../shared/domain/panel'
import { consultationSchema, noticeSchema } from '../../../shared/domain/pilot'
import { divisionOpinionSchema } from '../../../shared/domain/proceedings'
import type { AgreementResult } from '../papers/agreement'
import { divisionOpinions } from './division-texts'
import { experts, panelExperts } from './experts'
import { scribble } from './handwriting'
import type { Item, OpinionText, Pin } from './opinion-texts'
import { otherOpinions, panelText } from './opinions-other'
import { technicalOpinions } from './opinions-technical'

const panelId = '0a9e1000-7e57-4a10-8a9e-000000000001'
const heldOn = '2026-10-22'

function pageOf(pin: Pin, agreement: AgreementResult): number {
  if (typeof pin.at === 'number') return pin.at
  if (pin.at === 'members') return agreement.membersPage
  if (pin.at === 'tasks') return agreement.tasksPage
  if (pin.at === 'tasks-end') return (agreement.signatures[0]?.page ?? agreement.pages) - 1
  if (pin.at === 'signatures') return agreement.signatures[0]?.page ?? agreement.pages
  return agreement.clauses[pin.at]?.page ?? 1
}

function judgement(source: Item, dossier: DossierFile, agreement: AgreementResult) {
  const reason = source.reason.replace(/\{(\w+)\}/gu, (_, key: string) => {
    const clause = Object.entries(agreement.clauses).find(([name]) => name === key)?.[1]
    if (clause === undefined) throw new Error(`no clause ${key} in the agreement`)
    return `协议${clause.number}`
  })
  return {
    criterionId: source.criterionId,
    verdict: source.verdict,
    reason: reason.replaceAll('协议协议', '协议').replaceAll('至协议', '至'),
    evidence: source.pins.map((pin) => {
      const material = dossier.content.materials.find((m) => m.code === pin.code)
      if (material === undefined) throw new Error(`no material ${pin.code}`)
      const page = pageOf(pin, agreement)
      if (page > (material.pages ?? 0)) throw new Error(`${pin.code} has no page ${page}`)
      return {
        materialId: material.id,
        materialTitle: material.title,
        sha256: material.sha256,
        page,
        quote: pin.quote ?? '',
      }
    }),
  }
}

/** Roster, panel, individual opinions and the panel's own words over the clean sample. */
export function makeReview(dossier: DossierFile, agreement: AgreementResult) {
  const dossierHash = dossierContentHash(dossier.content)
  const items = (text: Pick<OpinionText, 'items'>) => text.items.map((i) => judgement(i, dossier, agreement))
  const texts = [...technicalOpinions, ...otherOpinions]
  const panel = panelSchema.parse({
    id: panelId,
    title: '四川省示例钒钛新材料产业技术创新战略联盟试点综合审核会（示例）',
    heldOn,
    place: '成都市示例会议中心201室',
    experts: panelExperts,
    members: panelExperts.map((e) => ({ expertId: e.id, present: true })),
    leaderExpertId: panelExperts[0]?.id,
    dossierIds: [dossier.id],
    hearing: true,
  })
  const common = { panelId, dossierId: dossier.id }
  const declarations = panelExperts.map((expert) =>
    recusalDeclarationSchema.parse({
      ...common,
      expertId: expert.id,
      answers: [1, 2, 3, 4, 5, 6, 7, 8].map((ground) => ({ ground, exists: false })),
      pledged: true,
      declaredOn: '2026-10-16',
    }),
  )
  const opinions = panelExperts.map((expert, index) => {
    const text = texts[index]
    if (text === undefined) throw new Error(`no opinion for ${expert.name}`)
    return expertOpinionSchema.parse({
      format: 'lianshen-opinion/1',
      ...common,
      expertId: expert.id,
      expertName: expert.name,
      dossierVersion: dossier.version,
      dossierHash,
      regulationVersionId: dossier.regulationVersionId,
      version: 1,
      items: items(text),
      overall: text.overall,
      problems: text.problems,
      suggestions: text.suggestions,
      vote: text.vote,
      dissent: text.dissent ?? '',
      handwriting: scribble(expert.name),
      signedOn: heldOn,
    })
  })
  const panelOpinion = {
    items: items(panelText),
    problems: panelText.problems,
    suggestions: panelText.suggestions,
    conclusion: 'pass-after-rework' as const,
    dissents: opinions.filter((o) => o.dissent !== '').map((o) => ({ expertId: o.expertId, text: o.dissent })),
    refusals: [],
    leaderExpertId: panelExperts[0]?.id,
    signedOn: heldOn,
  }
  const consultation = consultationSchema.parse({
    heldOn: '2026-11-05',
    minutesNo: '川联盟会纪〔2026〕示例2号',
    attendeeAgencyIds: agencies.map((agency) => agency.id),
    decision: 'decided',
    note: '同意列入试点名单。专家组所提改进意见已由业务处室复核，补充材料齐全。',
  })
  const notice = noticeSchema.parse({
    docNo: '川科示〔2026〕27号',
    writtenOn: '2026-11-20',
    printedOn: '2026-11-23',
    issuers: agencies.map((agency) => ({
      agencyId: agency.id,
      name: agency.name,
      isHost: agency.isHost ?? false,
    })),
    printedBy: '四川省科学技术厅办公室（示例）',
    addressee: '各市（州）科技局，各有关单位：',
    note: '此件公开发布',
  })
  return {
    experts: experts.map((e) => expertSchema.parse(e)),
    divisionOpinions: divisionOpinions.map((o) => divisionOpinionSchema.parse(o)),
    opinions: { panel, declarations, opinions, panelOpinion, consultation, notice },
  }
}
