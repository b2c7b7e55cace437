import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findIncomplete } from '@shared/documents/blocks-complete'
import { composePanelOpinion } from '@shared/documents/panel-opinion'
import { currentMembers } from '@shared/domain/dossier'
import { formatWanYuan, sumFen } from '@shared/lib/money'
import { flaws } from './flaws'
import { factsOf, textOf } from './panel-review'
import { randomParts, reviewOf } from './random-review'
import { runs } from '../../helpers/runs'

describe('any dossier that a panel has judged', () => {
  it('gives a text without a flaw, with numbers that a recount confirms', () => {
    fc.assert(
      fc.property(randomParts, (parts) => {
        const file = reviewOf(parts)
        const composed = composePanelOpinion(factsOf(file))
        expect(composed.ok ? [] : composed.error.missing).toEqual([])
        if (!composed.ok) return
        const text = textOf(composed.value)
        expect(findIncomplete(composed.value)).toEqual([])
        expect(flaws.exec(text)?.[0]).toBeUndefined()

        const { content, proceedings } = file
        const members = currentMembers(content)
        const ids = new Set(members.map((one) => one.unitId))
        const signed = content.agreement.signatures.filter((one) => ids.has(one.unitId))
        const own = signed.filter((one) => one.capacity === 'legal-representative')
        expect(text).toContain(`协议由${signed.length}家成员单位签署，其中法定代表人签署${own.length}家`)
        const busy = new Set(content.tasks.flatMap((one) => [one.leadUnitId, ...one.unitIds]))
        const withTask = members.filter((one) => busy.has(one.unitId)).length
        expect(text).toContain(`；${members.length}家成员单位中${withTask}家有具体任务分工`)
        const { injections } = content.funds
        if (injections.some((one) => one.amountFen > 0)) {
          expect(text).toContain(`累计到位资金${formatWanYuan(sumFen(injections.map((one) => one.amountFen)))}万元`)
        }
        const recused = new Set<string>(proceedings.recusalDecisions.map((one) => one.expertId))
        const counted = proceedings.expertOpinions.filter((one) => !recused.has(one.expertId))
        const vote = (wanted: string) => counted.filter((one) => one.vote === wanted).length
        expect(text).toContain(`，同意${vote('agree')}人、不同意${vote('disagree')}人、弃权${vote('abstain')}人。`)
      }),
      { numRuns: runs(50) },
    )
  })
})
