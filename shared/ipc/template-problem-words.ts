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
    default:
      return t(`templateProblem.${problem.kind}`, problem)
  }
}
