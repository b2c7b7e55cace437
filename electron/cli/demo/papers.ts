import type { DocumentModel } from '@shared/documents/blocks'
import { composeDivisionOpinion } from '@shared/documents/division-opinion'
import type { MissingValues } from '@shared/documents/missing-values'
import { composeConsultationSummary, composeFilingReceipt } from '@shared/documents/office-papers'
import { composePanelMinutes } from '@shared/documents/panel-minutes'
import { composePledge, composeSignInSheet, composeTallySheet } from '@shared/documents/panel-papers'
import type { PanelOpinionFacts } from '@shared/documents/panel-opinion-facts'
import { composePersonalOpinion } from '@shared/documents/personal-opinion'
import type { CalendarDate } from '@shared/domain/date'
import type { BatchId, DossierId } from '@shared/domain/ids'
import type { Result } from '@shared/lib/result'
import type { AssembledDossier } from '@shared/records/assemble-dossier'
import { regulation2010 } from '@shared/regulation/2010/index'
import type { OfficeDesk } from './office-desk'

/** A paper of the procedure with the name of its file and what it is recorded under. */
export type Paper = {
  readonly name: string
  readonly model: DocumentModel
  readonly about: { readonly dossierId?: DossierId; readonly batchId?: BatchId }
}

/** The model, or an error that names every missing value. */
export function required(composed: Result<DocumentModel, MissingValues>): DocumentModel {
  if (composed.ok) return composed.value
  throw new Error(composed.error.missing.map((item) => `${item.label} (${item.field})`).join('；'))
}

export const atStartOf = (day: CalendarDate): string => `${day}T00:00:00Z`

/** What lies in the file beside the panel opinion: receipt, division opinions, and what the panel signed and filled. */
export function papersOfReview({ file, contentHash }: AssembledDossier, facts: PanelOpinionFacts): Paper[] {
  const { panel, settings, regulationTitle } = facts
  const { proceedings, content } = file
  const frame = { createdAt: atStartOf(panel.heldOn) }
  const nameOf = (id: string) => panel.experts.find((expert) => expert.id === id)?.name ?? id
  const papers: Omit<Paper, 'about'>[] = [
    { name: '备案回执', model: required(composeFilingReceipt({ ...frame, file, settings, regulationTitle })) },
    ...proceedings.divisionOpinions.map((opinion) => ({
      name: `${opinion.kind === 'business' ? '处室审核意见' : '组织形式审核意见'}-${opinion.divisionName}`,
      model: required(composeDivisionOpinion({ ...frame, file, contentHash, opinion, regulationTitle })),
    })),
    {
      name: '签到表',
      model: required(composeSignInSheet({ ...frame, panel, allianceNames: [content.alliance.name] })),
    },
    ...proceedings.recusalDeclarations.map((declaration) => ({
      name: `承诺书与回避声明-${nameOf(declaration.expertId)}`,
      model: required(composePledge({ ...frame, file, panel, declaration })),
    })),
    ...proceedings.expertOpinions.map((opinion) => ({
      name: `个人评审意见表-${opinion.expertName}`,
      model: required(composePersonalOpinion({ ...frame, file, panel, opinion, settings })),
    })),
    { name: '表决统计表', model: required(composeTallySheet(facts)) },
    { name: '评审会议记录', model: required(composePanelMinutes({ ...facts, words: minutesWords })) },
  ]
  return papers.map((paper) => ({ ...paper, about: { dossierId: file.id } }))
}

/** What only people who sat there can say; invented like the rest. */
const minutesWords = {
  chairedBy: '王示例',
  recordedBy: '李示例',
  observers: '业务处室一（示例）代表1人',
  hearing: '理事长单位汇报了联盟组建、任务分工和经费到位情况，就增材制造任务与主线的关系回答了专家提问（示例）。',
  discussion:
    '专家认为联盟的主线任务明确，成员单位覆盖完整（示例）。\n对增材制造任务的指标是否偏松有不同看法，多数专家建议收窄（示例）。',
}

/** What goes to the coordination group (Art. 13). */
export const summaryFor = (
  office: OfficeDesk,
  dossiers: readonly AssembledDossier[],
  submittedOn: CalendarDate,
): Paper => ({
  name: '提请会商汇总表',
  about: {},
  model: required(
    composeConsultationSummary({
      createdAt: atStartOf(submittedOn),
      dossiers: dossiers.map(({ file }) => file),
      settings: office.settings,
      regulationTitle: regulation2010.title,
      submittedOn,
    }),
  ),
})
