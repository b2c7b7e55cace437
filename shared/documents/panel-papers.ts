/**
 * Papers that a panel signs or fills at its table: 签到表, 专家承诺书与回避声明, 表决统计表. All of it is work rule, none of it statute.
 */
import { formatChineseDate } from '@shared/domain/date'
import { expertLabel, labelAmong } from '@shared/domain/expert-label'
import type { DossierFile } from '@shared/domain/dossier'
import type { Expert, Panel, RecusalDeclaration } from '@shared/domain/panel'
import type { Result } from '@shared/lib/result'
import type { BlockOf, DocumentModel } from './blocks'
import { listNames, oneParagraph } from './chinese-text'
import { Gaps, type MissingValues } from './missing-values'
import { tallyBlocks } from './panel-opinion-annexes'
import type { PanelOpinionFacts } from './panel-opinion-facts'
import { paragraph, plainDocument, signedBy, type DocumentFrame } from './plain-document'
import { sealingBlocks } from './sealing-blocks'
import { recusalGroundNames, specialtyNames } from './vocabulary/values'
import { countVotes } from './vote-count'

const signatureHeaders = { index: '序号', name: '姓名', unit: '工作单位', role: '专业', signature: '签名' }

const placeFor = (expert: Expert): BlockOf<'signatureTable'>['rows'][number] => ({
  field: `expert-${expert.id}`,
  name: expert.name,
  unit: expert.unitName,
  role: specialtyNames[expert.specialty],
  signature: { kind: 'place' },
})

/** 签到表: everybody who was invited, to sign on the day. */
export function composeSignInSheet({
  panel,
  allianceNames,
  ...frame
}: DocumentFrame & { readonly panel: Panel; readonly allianceNames: readonly string[] }): Result<
  DocumentModel,
  MissingValues
> {
  const gaps = new Gaps()
  const place = gaps.text(panel.place, 'panel.place', '评审地点')
  if (allianceNames.length === 0) gaps.add('allianceNames', '评审的联盟')
  const invited = panel.members.flatMap((member) => panel.experts.filter((expert) => expert.id === member.expertId))
  if (invited.length === 0) gaps.add('panel.members', '专家组成员')
  return gaps.resolve(() =>
    plainDocument(frame, {
      kind: 'sign-in-sheet',
      about: panel.id,
      title: '综合审核评审会专家签到表',
      blocks: [
        paragraph(`评审会：${panel.title}。`),
        paragraph(`时间：${formatChineseDate(panel.heldOn)}。地点：${place}。应到专家${invited.length}人。`),
        paragraph(`评审联盟：${listNames(allianceNames)}。`),
        { kind: 'signatureTable', headers: signatureHeaders, rows: invited.map(placeFor) },
      ],
    }),
  )
}

/** 专家承诺书与回避声明: what the expert answered to each ground before the dossier opened; the pledge is the office's own. */
export function composePledge({
  file,
  panel,
  declaration,
  ...frame
}: DocumentFrame & {
  readonly file: DossierFile
  readonly panel: Panel
  readonly declaration: RecusalDeclaration
}): Result<DocumentModel, MissingValues> {
  const gaps = new Gaps()
  gaps.value(
    panel.experts.find((one) => one.id === declaration.expertId),
    'panel.experts',
    '声明人的姓名和单位',
  )
  if (!declaration.pledged) gaps.add('declaration.pledged', '专家对保密和评审纪律的承诺')
  return gaps.resolve(() =>
    plainDocument(frame, {
      kind: 'pledge',
      about: `${file.id}/${declaration.expertId}`,
      title: '专家承诺书与回避声明',
      blocks: [
        paragraph(`本人参加“${panel.title}”，按本次评审工作规则作如下承诺和声明。`),
        { kind: 'heading', level: 1, number: 1, text: '承诺' },
        paragraph('对评审材料、评审过程和专家意见保密；独立、客观地提出意见；不私下接触申请单位，不收受任何利益。'),
        { kind: 'heading', level: 1, number: 2, text: '回避声明' },
        paragraph(
          `评审对象：${file.content.alliance.name}${
            declaration.dossierVersion === undefined ? '' : `（材料版本${declaration.dossierVersion}）`
          }。以下事由由本人逐项申报：`,
        ),
        {
          kind: 'table',
          columns: [
            { header: '序号', width: 3, align: 'centre' },
            { header: '回避事由', width: 16 },
            { header: '有无', width: 3, align: 'centre' },
            { header: '说明', width: 8 },
          ],
          rows: declaration.answers.map(({ ground, exists, note }) => [
            String(ground),
            recusalGroundNames[ground],
            exists ? '有' : '无',
            oneParagraph(note) === '' ? '—' : oneParagraph(note),
          ]),
        },
        ...signedBy('声明人', labelAmong(declaration.expertId, '', panel.experts), declaration.declaredOn),
      ],
    }),
  )
}

/** 表决统计表: the recount on one dossier, for the leader to sign. */
export function composeTallySheet(facts: PanelOpinionFacts): Result<DocumentModel, MissingValues> {
  const gaps = new Gaps()
  const { panel, file, opinion } = facts
  const leader = gaps.value(
    panel.experts.find((expert) => expert.id === opinion.leaderExpertId),
    'opinion.leaderExpertId',
    '专家组组长',
  )
  const count = countVotes(facts)
  for (const expert of count.missingExperts) {
    gaps.add('file.proceedings.expertOpinions', `${expertLabel(expert, panel.experts)}的个人评审意见`)
  }
  return gaps.resolve(() =>
    plainDocument(facts, {
      kind: 'tally-sheet',
      about: `${file.id}/${panel.id}`,
      title: '综合审核表决统计表',
      blocks: [
        paragraph(
          `评审会：${panel.title}，${formatChineseDate(panel.heldOn)}。评审联盟：${file.content.alliance.name}。`,
        ),
        ...tallyBlocks(facts, count),
        ...sealingBlocks(facts),
        ...signedBy('专家组组长', leader === undefined ? '' : expertLabel(leader, panel.experts), panel.heldOn),
      ],
    }),
  )
}
