import type { Translate } from '../messages/translate'
import type { TemplateProblem } from './template'

/** What is wrong with a template, as one sentence with its remedy. */
export function templateProblemWords(problem: TemplateProblem, t: Translate): string {
  switch (problem.kind) {
    case 'refused':
      return t(`finding.${problem.finding.kind}`, problem.finding)
    case 'not-carried':
      return t('templateProblem.not-carried', { what: t(`notCarried.${problem.what}`), part: problem.part })
    case 'unknown-tag':
    case 'missing-tag':
    case 'wrong-form':
    case 'broken-tag':
      return t(`templateProblem.${problem.kind}`, { tag: problem.tag })
    case 'no-title':
      return t('templateProblem.no-title')
    case 'too-large':
      return t('templateProblem.too-large', { bytes: problem.bytes })
    case 'external-relationship':
      return t('templateProblem.external-relationship', { part: problem.part, target: problem.target })
    case 'active-field':
      return t('templateProblem.active-field', { part: problem.part, field: problem.field })
    case 'unreadable':
    case 'macro':
    case 'alt-chunk':
    case 'embedded-object':
      return t(`templateProblem.${problem.kind}`, { part: problem.part })
  }
}
