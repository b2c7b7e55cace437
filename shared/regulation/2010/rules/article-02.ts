import { fact, hint, missing } from '../../evidence'
import { industryFacts } from '../../industry-facts'
import type { PreparedRule } from '../../rule'

/** Art. 2: 围绕我省“7+3”优势产业和战略性新兴产业和各地资源及产业优势，构建各种形式的产业技术创新战略联盟. */
export const industryOfFiling: PreparedRule = {
  id: 'R02-1',
  kind: 'prepared',
  source: { kind: 'statute', clause: '2' },
  stage: 'filing',
  consequence: 'hint',
  criterionIds: [],
  gather: (facts) => {
    const { industry, localAdvantage } = facts.content.alliance
    const local = localAdvantage.trim()
    if (industry === null) return [local === '' ? missing('industry') : fact.text('localAdvantage', local)]
    // Local resources are an alternative here, unlike in Art. 11(1), so a lapsed list is no more than a hint.
    return [...industryFacts(facts, hint), ...(local === '' ? [] : [fact.text('localAdvantage', local)])]
  },
}
