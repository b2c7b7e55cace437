import type { CalendarDate } from '@shared/domain/date'
import type { DossierContent } from '@shared/domain/dossier'
import { evidenceSubject, evidenceValue } from '@shared/messages/evidence-words'
import { hasWords, type Translate } from '@shared/messages/translator'
import { clauseOf } from '@shared/regulation/2010/articles'
import type { Evidence } from '@shared/regulation/evidence'
import type { DossierReport, RuleReport } from './check-report'
import { textTable } from './text-table'

/** The table of all rules, then what is behind each rule that is not settled, with the words of its clause. */
export function checkText(report: DossierReport, content: DossierContent, on: CalendarDate, t: Translate): string {
  const { name, id, version, contentHash, rules, summary } = report
  const header = [
    t('cli.check.column.rule'),
    t('cli.check.column.article'),
    t('cli.check.column.kind'),
    t('cli.check.column.outcome'),
    t('cli.check.column.title'),
  ]
  const rows = rules.map((rule) => [
    rule.id,
    sourceWords(rule, t),
    words(t, `ruleKind.${rule.kind}`),
    outcomeWords(rule, t),
    words(t, `rule.${rule.id}.title`),
  ])
  return [
    t('cli.check.title', { name, id, version, hash: contentHash.slice(0, 8), on }),
    '',
    textTable([header, ...rows]),
    '',
    ...rules.filter(isUnsettled).flatMap((rule) => [...detail(rule, content, t), '']),
    t('cli.check.summary', summary),
    '',
  ].join('\n')
}

/** Met and not applicable need no explanation; nor does a judgement rule with nothing to look at. */
const isUnsettled = ({ verdict, override, judgement, evidence }: RuleReport): boolean =>
  verdict === 'not-met' ||
  verdict === 'provisional' ||
  override !== null ||
  judgement !== null ||
  evidence.some((item) => item.level !== 'fact' && verdict !== 'not-applicable')

function detail(rule: RuleReport, content: DossierContent, t: Translate): string[] {
  const { override, judgement, source } = rule
  return [
    `${rule.id} ${words(t, `rule.${rule.id}.title`)}（${outcomeWords(rule, t)}）`,
    source.kind === 'statute'
      ? `  ${clauseOf(source.clause).label}：${clauseOf(source.clause).text.replaceAll('\n', '\n  ')}`
      : `  ${sourceWords(rule, t)}`,
    ...(override === null
      ? []
      : [
          `  ${t('cli.check.override', {
            system: words(t, `verdict.${override.systemVerdict}`),
            person: override.person,
            on: override.on,
            reason: override.reason,
          })}`,
        ]),
    ...(judgement === null
      ? []
      : [`  ${t('cli.check.by', { person: judgement.person, on: judgement.on, reason: judgement.reason })}`]),
    ...rule.evidence.map((item) => `  · ${evidenceWords(item, content, t)}`),
  ]
}

function sourceWords({ source }: RuleReport, t: Translate): string {
  if (source.kind === 'work-rule') return t('cli.check.workRule', { article: source.article })
  const [article = '', item] = source.clause.split('.')
  return item === undefined ? t('cli.check.article', { clause: article }) : t('cli.check.clause', { article, item })
}

function outcomeWords({ verdict, judgement }: RuleReport, t: Translate): string {
  if (verdict !== null) return words(t, `verdict.${verdict}`)
  return judgement === null ? t('cli.check.awaiting') : words(t, `judgement.${judgement.judgement}`)
}

function evidenceWords(item: Evidence, content: DossierContent, t: Translate): string {
  const subject = evidenceSubject(item, content)
  return `${subject === null ? '' : `${subject} · `}${words(t, `evidence.${item.key}`)}：${evidenceValue(item, t)}`
}

/** Words for a key built from data; the key itself where nobody wrote words. */
const words = (t: Translate, key: string): string => (hasWords(t, key) ? t(key) : key)
