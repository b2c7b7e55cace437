/** Papers between office and applicant, and to the coordination group: 材料补正通知, 备案回执, 提请会商汇总表. */
import { formatChineseDate, type CalendarDate } from '@shared/domain/date'
import { memberById, type DossierFile } from '@shared/domain/dossier'
import type { OfficeSettings } from '@shared/domain/office'
import { isSampleAlliance } from '@shared/domain/sample'
import type { Result } from '@shared/lib/result'
import { completeness, type WantedMaterial } from '@shared/regulation/completeness'
import type { DocumentModel } from './blocks'
import { clauseName, nameWords } from './chinese-text'
import { composeLetter, letterBlocks, type Letter, type LetterWording } from './letter'
import { Gaps, type MissingValues } from './missing-values'
import { paragraph, plainDocument, seal, type DocumentFrame, type DossierPaperFacts } from './plain-document'
import { materialNames, materialProblemNames } from './vocabulary/materials'
import { conclusionSentences } from './vocabulary/values'
import { countVotes } from './vote-count'

export const supplementNoticeWording: LetterWording = {
  kind: 'supplement-notice',
  required: ['联盟名称', '材料.材料', '材料.问题'],
  title: (say) => [...nameWords(say('联盟名称'), '关于'), '补正材料的通知'],
  body: (say) => [
    `你单位代表${say('联盟名称')}提交的${say('申请')}申请材料收悉。` +
      `对照《${say('办法名称')}》（以下简称《办法》）和受理工作规则，以下${say('材料数')}项材料需要补正：`,
    ...say.each('材料', (row) => [`${row('序号')}.${row('材料')}：${row('问题')}（${row('依据')}）。`]),
    ...say.each('期限', (row) => [`按受理工作规则，请于${row('补正截止日')}前补正。`]),
  ],
}

type SupplementNoticeFacts = DossierPaperFacts & {
  readonly stage: WantedMaterial['stage']
  readonly issuedOn: CalendarDate
  readonly dueOn: CalendarDate | null
}

/**
 * 材料补正通知: what is missing or out of order. Art. 7 is cited for the three materials of a filing only; whatever else is
 * asked for is named as a work rule. The regulation sets no time limit, so `dueOn` is printed as a work rule too.
 */
export const composeSupplementNotice = (facts: SupplementNoticeFacts): Result<DocumentModel, MissingValues> =>
  composeLetter(supplementNoticeLetter(facts))

/** The same with its words still open. */
export function supplementNoticeLetter(facts: SupplementNoticeFacts): Result<Letter, MissingValues> {
  const { file, settings, regulationTitle, stage, issuedOn, dueOn } = facts
  const { alliance } = file.content
  const gaps = new Gaps()
  const chair = gaps.value(
    memberById(file.content, alliance.chairUnitId),
    'file.content.alliance.chairUnitId',
    '理事长单位',
  )
  const found = completeness(file)
  const wanted = (stage === 'filing' ? found.filing : [...found.filing, ...found.application]).filter(
    (item) => item.problems.length > 0,
  )
  if (wanted.length === 0) gaps.add('file.content.materials', '需要补正的材料（现有材料齐备，不必通知）')
  return gaps.resolve(() => ({
    wording: supplementNoticeWording,
    values: {
      联盟名称: alliance.name,
      申请: stage === 'filing' ? '备案' : '试点',
      办法名称: regulationTitle,
      材料数: String(wanted.length),
      材料: wanted.map((item, index) => ({ 序号: String(index + 1), ...materialValues(item) })),
      期限: dueOn === null ? [] : [{ 补正截止日: formatChineseDate(dueOn) }],
    },
    set: ({ title, body }) =>
      plainDocument(facts, {
        kind: 'supplement-notice',
        about: `${file.id}/${file.version}`,
        title,
        blocks: [
          { kind: 'addressee', text: chair?.fullName ?? '' },
          ...letterBlocks(body),
          seal(settings.departmentName, issuedOn),
        ],
      }),
  }))
}

function materialValues({ code, basis, clause, problems }: WantedMaterial) {
  return {
    材料: materialNames[code],
    问题: problems.map((problem) => materialProblemNames[problem]).join('、'),
    依据: basis === 'statute' ? `《办法》${clauseName(clause)}` : `受理工作规则，用于核对《办法》${clauseName(clause)}`,
  }
}

export const filingReceiptWording: LetterWording = {
  kind: 'filing-receipt',
  required: ['联盟名称', '备案编号', '备案日期'],
  title: () => ['产业技术创新战略联盟备案回执'],
  body: (say) => [
    `你单位代表${say('联盟名称')}提交的备案申请收悉。依据《${say('办法名称')}》第三条、第六条，` +
      `予以备案，备案编号${say('备案编号')}，备案日期${say('备案日期')}。`,
  ],
}

/**
 * 备案回执 (Art. 3, 6): the act of filing with its number and day. Article 6 sets neither time limit nor validity (note 4).
 */
export const composeFilingReceipt = (facts: DossierPaperFacts): Result<DocumentModel, MissingValues> =>
  composeLetter(filingReceiptLetter(facts))

/** The same with its words still open. */
export function filingReceiptLetter(facts: DossierPaperFacts): Result<Letter, MissingValues> {
  const { file, settings, regulationTitle } = facts
  const { alliance } = file.content
  const gaps = new Gaps()
  const chair = gaps.value(
    memberById(file.content, alliance.chairUnitId),
    'file.content.alliance.chairUnitId',
    '理事长单位',
  )
  const decision = file.proceedings.filingDecision
  if (decision?.decision !== 'filed') gaps.add('file.proceedings.filingDecision', '准予备案的决定')
  const number = gaps.text(
    decision?.no ?? file.content.filing.filingNo,
    'file.proceedings.filingDecision.no',
    '备案编号',
  )
  const on = gaps.value(decision?.on, 'file.proceedings.filingDecision.on', '备案日期')
  return gaps.resolve(() => ({
    wording: filingReceiptWording,
    values: {
      联盟名称: alliance.name,
      办法名称: regulationTitle,
      备案编号: number,
      备案日期: on === undefined ? '' : formatChineseDate(on),
    },
    set: ({ title, body }) =>
      plainDocument(facts, {
        kind: 'filing-receipt',
        about: file.id,
        title,
        blocks: [
          { kind: 'addressee', text: chair?.fullName ?? '' },
          ...letterBlocks(body),
          ...(on === undefined ? [] : [seal(settings.interpretation.filingAuthority, on)]),
        ],
      }),
  }))
}

/** 提请会商汇总表 (Art. 13): the dossiers that passed, with what the divisions and the panel said of each. */
export function composeConsultationSummary(
  facts: DocumentFrame & {
    readonly dossiers: readonly DossierFile[]
    readonly settings: OfficeSettings
    readonly regulationTitle: string
    readonly submittedOn: CalendarDate
  },
): Result<DocumentModel, MissingValues> {
  const { dossiers, settings, regulationTitle, submittedOn } = facts
  const gaps = new Gaps()
  if (dossiers.length === 0) gaps.add('dossiers', '提请会商的联盟')
  const samples = dossiers.filter(({ content }) => isSampleAlliance(content.alliance)).length
  if (samples > 0 && samples < dossiers.length) gaps.add('dossiers', '同一类案卷（示例案卷与真实案卷不列在一张表里）')
  dossiers.forEach((file, index) => {
    const { name, chairUnitId } = file.content.alliance
    const { panel, panelOpinion } = file.proceedings
    if (memberById(file.content, chairUnitId) === undefined) gaps.add(`dossiers[${index}]`, `${name}的理事长单位`)
    if (panel === null || panelOpinion === null) gaps.add(`dossiers[${index}]`, `${name}的专家组综合审核意见`)
  })
  return gaps.resolve(() =>
    plainDocument(facts, {
      kind: 'consultation-summary',
      about: submittedOn,
      title: '提请会商试点联盟汇总表',
      blocks: [
        paragraph(
          `依据《${regulationTitle}》第十三条，${settings.departmentName}将以下${dossiers.length}个通过审核的联盟提请指导小组会商。`,
        ),
        {
          kind: 'table',
          columns: [
            { header: '序号', width: 3, align: 'centre' },
            { header: '联盟名称', width: 7 },
            { header: '理事长单位', width: 6 },
            { header: '处室审核意见', width: 8 },
            { header: '专家组表决和结论', width: 10 },
          ],
          rows: dossiers.map((file, index) => [
            String(index + 1),
            file.content.alliance.name,
            memberById(file.content, file.content.alliance.chairUnitId)?.fullName ?? '—',
            divisionLine(file),
            panelLine(file),
          ]),
        },
        seal(settings.departmentName, submittedOn),
      ],
    }),
  )
}

const divisionConclusions = { pass: '通过', reject: '不通过', supplement: '退回补充' } as const

/** What the divisions said, one a line. */
export const divisionLine = ({ proceedings }: DossierFile): string =>
  proceedings.divisionOpinions
    .map(({ divisionName, conclusion }) => `${divisionName}：${divisionConclusions[conclusion]}`)
    .join('\n') || '—'

/** The panel's votes and conclusion in one sentence. */
export function panelLine(file: DossierFile): string {
  const { panel, panelOpinion } = file.proceedings
  if (panel === null || panelOpinion === null) return '—'
  const { present, recused, agree, disagree, abstain } = countVotes({ file, panel }).tally
  return (
    `到会${present}人${recused > 0 ? `、回避${recused}人` : ''}，同意${agree}、不同意${disagree}、弃权${abstain}；` +
    `${conclusionSentences[panelOpinion.conclusion].replace('本意见', '专家组意见')}。`
  )
}
