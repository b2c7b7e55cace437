import { formatChineseDate } from '@shared/domain/date'
import { memberById } from '@shared/domain/dossier'
import type { Notice, Revocation } from '@shared/domain/pilot'
import { revocationBar } from '@shared/domain/pilot-dates'
import type { Result } from '@shared/lib/result'
import { clauseOf } from '@shared/regulation/2010/articles'
import type { DocumentModel, FlowBlock } from './blocks'
import { nameWords, verbatimParagraphs } from './chinese-text'
import { Gaps, type MissingValues } from './missing-values'
import { noteOfficialGaps, officialDocument } from './official-document'
import { paragraph, sectionHeading, type DossierPaperFacts } from './plain-document'

export type RevocationNoticeFacts = DossierPaperFacts & { readonly notice: Notice }

/**
 * 撤销通知 (Art. 17 or one of Art. 19's five grounds): facts as people established them, the ground in the words of the text, and how long
 * the alliance is barred. From which day the bar counts, whether the filing ends and whether the alliance was heard are work rules.
 */
export function composeRevocationNotice(facts: RevocationNoticeFacts): Result<DocumentModel, MissingValues> {
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
  return gaps.resolve(() => compose(facts, revocation))
}

function compose(facts: RevocationNoticeFacts, revocation: Revocation | undefined): DocumentModel {
  const { file, notice } = facts
  const { name } = file.content.alliance
  return officialDocument(facts, {
    kind: 'revocation-notice',
    about: file.id,
    title: [...nameWords(name, '关于撤销'), '试点联盟', '资格的通知'],
    subject: `撤销${name}试点联盟资格`,
    notice,
    blocks: revocation === undefined ? [] : body(facts, revocation),
  })
}

function body({ file, settings, regulationTitle }: RevocationNoticeFacts, revocation: Revocation): FlowBlock[] {
  const { content, proceedings } = file
  const { name, chairUnitId } = content.alliance
  const { ground, facts, evidence, heardOn, decidedOn } = revocation
  const term = proceedings.pilotTerm
  const span = term === null ? '' : `，试点期自${formatChineseDate(term.from)}起至${formatChineseDate(term.to)}止`
  const clause = clauseOf(ground)
  const words = ground === '17' ? '测评不合格' : `“${clause.text.trim().replace(/[；。]$/u, '')}”的情形`
  return [
    sectionHeading(1, '基本情况'),
    paragraph(`${name}的理事长单位为${memberById(content, chairUnitId)?.fullName ?? ''}${span}。`),
    sectionHeading(2, '事实和证据'),
    ...verbatimParagraphs(facts),
    ...verbatimParagraphs(evidence.trim() === '' ? '' : `证据：${evidence.trim()}`),
    ...(heardOn === null
      ? []
      : [paragraph(`按工作规则，已于${formatChineseDate(heardOn)}告知该联盟并听取其陈述意见。`)]),
    sectionHeading(3, '依据和决定'),
    paragraph(
      `上述事实属于《${regulationTitle}》（以下简称《办法》）${clause.label}规定的${words}。` +
        `依据该条规定，于${formatChineseDate(decidedOn)}决定撤销${name}的试点联盟资格。`,
    ),
    sectionHeading(4, '重新申请'),
    paragraph(barSentence(revocation, settings)),
    ...(settings.interpretation.filingEndsWithRevocation
      ? [paragraph('按工作规则，该联盟的备案随试点资格一并终止。')]
      : []),
  ]
}

/** Art. 19 bars for three years; Art. 17 says nothing of it, and an office may only bar by a rule of its own (traps A26, A27). */
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
