import type { DossierContent, MaterialCode } from '../../../domain/dossier'
import type { RuleId } from '../../../domain/rule-ids'
import type { ClauseRef } from '../../clause-ref'
import { wantedMaterial } from '../../completeness'
import { contrary, fact, missing, type Evidence } from '../../evidence'
import type { AutomaticRule } from '../../rule'

const problemEvidence = (content: DossierContent, code: MaterialCode): readonly Evidence[] => {
  const wanted = wantedMaterial(content, code)
  const materials = content.materials.filter((material) => material.code === code)
  return [
    ...materials.map(({ id, title }) => fact.text('material', title, { materialId: id })),
    ...(wanted?.problems ?? []).map((problem) =>
      problem === 'absent' ? missing(`material.${code}`) : contrary.code('materialProblem', `problem.${problem}`),
    ),
  ]
}

const material = (id: RuleId, clause: ClauseRef, code: MaterialCode): AutomaticRule => ({
  id,
  kind: 'automatic',
  source: { kind: 'statute', clause },
  stage: 'filing',
  consequence: 'supplement',
  criterionIds: [],
  check: ({ content }) => ({
    verdict: wantedMaterial(content, code)?.problems.length === 0 ? 'met' : 'not-met',
    evidence: problemEvidence(content, code),
  }),
})

/** Art. 7(1): 四川省产业技术创新联盟备案申请表. There, signed and sealed; not looked at yet is not met. */
export const filingForm = material('R07-1', '7.1', 'filing-form')

/** Art. 7(2): 产业技术创新联盟协议书. There, with all pages and the page of signatures. */
export const agreementOnFile = material('R07-2', '7.2', 'agreement')

/** Art. 7(3): 产业技术创新联盟组建必要性的说明材料. */
export const necessityStatement = material('R07-3', '7.3', 'necessity')
