import { currentMembers } from '../../../domain/dossier'
import { contrary, dayOrMissing, fact } from '../../evidence'
import type { PreparedRule } from '../../rule'

/** Art. 1: 由企业、大学、科研机构或其他组织机构……以具有法律约束力的契约为保障，形成的……技术创新合作组织. */
export const allianceByContract: PreparedRule = {
  id: 'R01-1',
  kind: 'prepared',
  source: { kind: 'statute', clause: '1' },
  stage: 'filing',
  consequence: 'hint',
  criterionIds: [],
  gather: ({ content, today }) => {
    const members = currentMembers(content).length
    const { signedOn, effectiveOn, expiresOn } = content.agreement
    return [
      (members >= 2 ? fact : contrary).count('memberCount', members),
      dayOrMissing('agreementSignedOn', signedOn, 'agreement.signedOn'),
      dayOrMissing('agreementEffectiveOn', effectiveOn, 'agreement.effectiveOn'),
      ...(expiresOn === null ? [] : [(expiresOn < today ? contrary : fact).day('agreementExpiresOn', expiresOn)]),
    ]
  },
}
