import { formatChineseDate, type CalendarDate } from '@shared/domain/date'
import { memberById } from '@shared/domain/dossier'
import type { Consultation } from '@shared/domain/pilot'
import type { Result } from '@shared/lib/result'
import { nameWords, sentence, verbatimLines } from './chinese-text'
import { letterBlocks, type Letter, type LetterWording } from './letter'
import { Gaps, type MissingValues } from './missing-values'
import { paragraph, plainDocument, seal, type DossierPaperFacts } from './plain-document'

export const feedbackLetterWording: LetterWording = {
  kind: 'feedback-letter',
  required: ['联盟名称', '结果', '存在问题.段落', '改进意见.段落'],
  title: (say) => [...nameWords(say('联盟名称'), '关于'), '的反馈意见函'],
  body: (say) => [
    `你单位代表${say('联盟名称')}提出的试点申请，经四川省推进产学研创新联盟构建工作协调指导小组会商，` +
      `${say('结果')}（${say('日期')}）。按工作规则，将该联盟列为重点培育对象，` +
      '现将综合审核中提出的问题和意见反馈如下，供完善时参考。',
    '一、存在问题',
    ...say.each('存在问题', (row) => [row('段落')]),
    '二、改进意见',
    ...say.each('改进意见', (row) => [row('段落')]),
    ...say.each('条件', (row) => [`会商提出的条件：${row('内容')}`]),
    ...say.each('期限', (row) => [`拟于${row('日期')}后再次列入会商。`]),
    '本函按工作规则出具，不是办理结果；办理结果另行告知。',
  ],
}

const results: Readonly<Record<Exclude<Consultation['decision'], 'decided'>, string>> = {
  'not-decided': '未确定为试点联盟',
  deferred: '暂缓确定',
}

/**
 * 反馈意见函 (work rule of offices that keep a list of those to be cultivated): the panel's problems and suggestions to the
 * letter, without names or votes, and what the consultation made its condition. It tells no result.
 */
export function feedbackLetter(
  facts: DossierPaperFacts & { readonly issuedOn: CalendarDate | null },
): Result<Letter, MissingValues> {
  const { file, settings } = facts
  const { alliance } = file.content
  const { consultation, panelOpinion } = file.proceedings
  const gaps = new Gaps()
  const chair = gaps.value(
    memberById(file.content, alliance.chairUnitId),
    'file.content.alliance.chairUnitId',
    '理事长单位',
  )
  if (consultation === null || consultation.decision === 'decided' || consultation.isCultivated !== true) {
    gaps.add('file.proceedings.consultation', '列入重点培育的会商结果')
  }
  const problems = gaps.text(panelOpinion?.problems, 'file.proceedings.panelOpinion', '专家组意见中的存在问题')
  const suggestions = gaps.text(panelOpinion?.suggestions, 'file.proceedings.panelOpinion', '专家组意见中的改进意见')
  const issuedOn = gaps.value(facts.issuedOn, 'issuedOn', '文书日期')
  const lines = (text: string) => verbatimLines(text).map((line) => ({ 段落: sentence(line) }))
  return gaps.resolve(() => ({
    wording: feedbackLetterWording,
    values: {
      联盟名称: alliance.name,
      结果: consultation === null || consultation.decision === 'decided' ? '' : results[consultation.decision],
      日期: consultation === null ? '' : formatChineseDate(consultation.heldOn),
      存在问题: lines(problems),
      改进意见: lines(suggestions),
      条件: consultation?.condition === undefined ? [] : [{ 内容: sentence(consultation.condition) }],
      期限: consultation?.until === undefined ? [] : [{ 日期: formatChineseDate(consultation.until) }],
    },
    set: ({ title, body }) =>
      plainDocument(facts, {
        kind: 'feedback-letter',
        about: `${file.id}/${consultation?.heldOn ?? ''}`,
        title,
        blocks: [
          { kind: 'addressee', text: chair?.fullName ?? '' },
          // A numbered problem is a sentence of the panel: set as a heading it would hold on to whatever follows it.
          ...body.flatMap((text) => (/^\d+[.．、]/u.test(text) ? [paragraph(text)] : letterBlocks([text]))),
          ...(issuedOn === undefined ? [] : [seal(settings.departmentName, issuedOn)]),
        ],
      }),
  }))
}
