import { formatChineseDate } from '@shared/domain/date'
import { memberById } from '@shared/domain/dossier'
import type { Notice, Revocation } from '@shared/domain/pilot'
import { revocationBar } from '@shared/domain/pilot-dates'
import type { Result } from '@shared/lib/result'
import { clauseOf } from '@shared/regulation/2010/articles'
import type { DocumentModel } from './blocks'
import { nameWords, verbatimLines } from './chinese-text'
import { composeLetter, letterBlocks, type Letter, type LetterWording } from './letter'
import { Gaps, type MissingValues } from './missing-values'
import { noteOfficialGaps, officialDocument } from './official-document'
import type { DossierPaperFacts } from './plain-document'

export type RevocationNoticeFacts = DossierPaperFacts & { readonly notice: Notice }

export const revocationNoticeWording: LetterWording = {
  kind: 'revocation-notice',
  required: ['联盟名称', '事实.段落', '条款', '情形', '决定日期', '重新申请'],
  title: (say) => [...nameWords(say('联盟名称'), '关于撤销'), '试点联盟', '资格的通知'],
  body: (say) => [
    '一、基本情况',
    `${say('联盟名称')}的理事长单位为${say('理事长单位')}${say.part('试点期', (term) => `，试点期自${term('起始日')}起至${term('截止日')}止`)}。`,
    '二、事实和证据',
    ...say.each('事实', (row) => [row('段落')]),
    ...say.each('证据', (row) => [row('段落')]),
    ...say.each('陈述意见', (row) => [`按工作规则，已于${row('日期')}告知该联盟并听取其陈述意见。`]),
    '三、依据和决定',
    `上述事实属于《${say('办法名称')}》（以下简称《办法》）${say('条款')}规定的${say('情形')}。` +
      `依据该条规定，于${say('决定日期')}决定撤销${say('联盟名称')}的试点联盟资格。`,
    '四、重新申请',
    say('重新申请'),
    ...say.each('备案终止', (row) => [row('段落')]),
  ],
}

/**
 * 撤销通知 (Art. 17 or one of Art. 19's five grounds): facts as people established them, the ground in the words of the
 * text, and how long the alliance is barred. From which day the bar counts, whether the filing ends and whether the
 * alliance was heard are work rules.
 */
export const composeRevocationNotice = (facts: RevocationNoticeFacts): Result<DocumentModel, MissingValues> =>
  composeLetter(revocationNoticeLetter(facts))

/** The same with its words still open. */
export function revocationNoticeLetter(facts: RevocationNoticeFacts): Result<Letter, MissingValues> {
  const { file, notice, draft } = facts
  const { content, proceedings } = file
  const gaps = new Gaps()
  noteOfficialGaps({ notice, ...(draft === undefined ? {} : { draft }) }, 'notice', gaps)
  if (memberById(content, content.alliance.chairUnitId) === undefined) {
    gaps.add('file.content.alliance.chairUnitId', '理事长单位')
  }
  gaps.value(proceedings.pilotTerm, 'file.proceedings.pilotTerm', '试点期')
  const revocation = gaps.value(proceedings.revocation, 'file.proceedings.revocation', '撤销决定')
  if (revocation !== undefined) {
    gaps.text(revocation.facts, 'file.proceedings.revocation.facts', '撤销所依据的事实')
    if (draft === undefined && revocation.ground !== '17') {
      gaps.text(revocation.evidence, 'file.proceedings.revocation.evidence', '事实的证据')
    }
  }
  return gaps.resolve(() => ({
    wording: revocationNoticeWording,
    values: revocation === undefined ? {} : valuesOf(facts, revocation),
    set: ({ title, body }) =>
      officialDocument(facts, {
        kind: 'revocation-notice',
        about: file.id,
        title,
        subject: `撤销${content.alliance.name}试点联盟资格`,
        notice,
        blocks: letterBlocks(body),
      }),
  }))
}

function valuesOf(
  { file, settings, regulationTitle }: RevocationNoticeFacts,
  revocation: Revocation,
): Letter['values'] {
  const { content, proceedings } = file
  const { name, chairUnitId } = content.alliance
  const { ground, facts, evidence, heardOn, decidedOn } = revocation
  const term = proceedings.pilotTerm
  const clause = clauseOf(ground)
  const rows = (lines: readonly string[]) => lines.map((line) => ({ 段落: line }))
  return {
    联盟名称: name,
    理事长单位: memberById(content, chairUnitId)?.fullName ?? '',
    试点期: term === null ? [] : [{ 起始日: formatChineseDate(term.from), 截止日: formatChineseDate(term.to) }],
    事实: rows(verbatimLines(facts)),
    证据: rows(verbatimLines(evidence.trim() === '' ? '' : `证据：${evidence.trim()}`)),
    陈述意见: heardOn === null ? [] : [{ 日期: formatChineseDate(heardOn) }],
    办法名称: regulationTitle,
    条款: clause.label,
    情形: ground === '17' ? '测评不合格' : `“${clause.text.trim().replace(/[；。]$/u, '')}”的情形`,
    决定日期: formatChineseDate(decidedOn),
    重新申请: barSentence(revocation, settings),
    备案终止: rows(
      settings.interpretation.filingEndsWithRevocation ? ['按工作规则，该联盟的备案随试点资格一并终止。'] : [],
    ),
  }
}

/**
 * Art. 19 bars for three years; Art. 17 says nothing of it, and an office may only bar by a rule of its own (note 26,
 * 27).
 */
function barSentence(revocation: Revocation, settings: RevocationNoticeFacts['settings']): string {
  const bar = revocationBar(revocation, settings)
  if (bar === null) return '《办法》第十七条未规定不得重新申请的期限。'
  const days =
    `自决定撤销之日起算，至${formatChineseDate(bar.barredUntil)}止，` +
    `${formatChineseDate(bar.admissibleFrom)}起可以重新申请。`
  return revocation.ground === '17'
    ? `《办法》第十七条未规定不得重新申请的期限。按工作规则，三年内不得重新申请，${days}`
    : `依据《办法》第十九条，三年内不得重新申请备案确定。按工作规则，该期限${days}`
}
