import { memberById, type ClauseKey, type DossierContent } from '../../../domain/dossier'
import { hasApplied } from '../../applied'
import { clauseEvidence, hasClause } from '../../clause-evidence'
import { contrary, fact, hint, missing, type Evidence } from '../../evidence'
import type { AutomaticRule, PreparedRule } from '../../rule'

const base = { source: { kind: 'statute', clause: '9.2' }, stage: 'panel', criterionIds: ['C9-2'] } as const

/**
 * Art. 9(2): 明确联盟对外承担法律责任的主体. Named in a clause of the agreement, and a present member that is not known to be
 * no legal person, or an entity with a registration number (note 11).
 */
export const liableBodyNamed: AutomaticRule = {
  ...base,
  id: 'R09-2a',
  kind: 'automatic',
  consequence: 'does-not-conform',
  check: ({ content }) => {
    if (!hasApplied(content)) return { verdict: 'not-applicable', evidence: [] }
    const body = liableBody(content)
    return {
      verdict: body.sound && hasClause(content, 'liableBody') ? 'met' : 'not-met',
      evidence: [...body.evidence, clauseEvidence(content, 'liableBody')],
    }
  },
}

function liableBody(content: DossierContent): { sound: boolean; evidence: readonly Evidence[] } {
  const body = content.agreement.liableBody
  if (body === null) return { sound: false, evidence: [missing('agreement.liableBody')] }
  if (body.kind === 'registered-entity') {
    const registered = body.registrationNo.trim() !== ''
    return {
      sound: registered,
      evidence: [
        fact.text('liableBody', body.name),
        registered ? fact.text('registrationNo', body.registrationNo) : missing('liableBody.registrationNo'),
      ],
    }
  }
  const member = memberById(content, body.unitId)
  if (member === undefined) return { sound: false, evidence: [contrary.text('unknownUnit', body.unitId)] }
  const subject = { unitId: member.unitId }
  if (member.leftOn !== null) {
    return { sound: false, evidence: [contrary.text('liableBodyLeft', member.fullName, subject)] }
  }
  const named = fact.text('liableBody', member.fullName, subject)
  if (member.independentLegalPerson === false) {
    return { sound: false, evidence: [named, contrary.text('notLegalPerson', member.fullName, subject)] }
  }
  return {
    sound: true,
    evidence:
      member.independentLegalPerson === null
        ? [named, hint.code('unconfirmed', 'member.legalPerson', subject)]
        : [named],
  }
}

const clauses = (id: 'R09-2b' | 'R09-2c', keys: readonly ClauseKey[]): PreparedRule => ({
  ...base,
  id,
  kind: 'prepared',
  consequence: 'supplement',
  gather: ({ content }) => keys.map((key) => clauseEvidence(content, key)),
})

/** Art. 9(2): 规定对该责任主体的授权范围和授权程序. */
export const authorityClauses = clauses('R09-2b', ['authorityScope', 'authorityProcedure'])

/** Art. 9(2): 约定内部责任分担方式. */
export const liabilitySharingClause = clauses('R09-2c', ['liabilitySharing'])
