import { hasApplied } from '../../applied'
import { clauseEvidence } from '../../clause-evidence'
import { contrary, dayOrMissing, fact, hint, missing, type Evidence, type EvidenceWriter } from '../../evidence'
import type { AutomaticRule, JudgementRule, PreparedRule } from '../../rule'
import { signatureFindings, type SignatureFinding } from '../../signature-findings'

const base = { source: { kind: 'statute', clause: '12.1' }, stage: 'panel', criterionIds: ['C12-1'] } as const

/**
 * Art. 12(1): 联盟协议由成员单位法定代表人共同签署. Every present member signed; who joined later signed an accession page.
 * 共同 is not on the same day (note 14).
 */
export const everyMemberSigned: AutomaticRule = {
  ...base,
  id: 'R12-1a',
  kind: 'automatic',
  consequence: 'does-not-conform',
  check: ({ content }) => {
    if (!hasApplied(content)) return { verdict: 'not-applicable', evidence: [] }
    const findings = signatureFindings(content)
    const unsigned = findings.filter((finding) => !hasSigned(finding))
    return {
      verdict: findings.length > 0 && unsigned.length === 0 ? 'met' : 'not-met',
      evidence: [
        findings.length === 0 ? missing('members') : fact.count('memberCount', findings.length),
        fact.count('signedCount', findings.length - unsigned.length),
        ...unsigned.map(({ unitId, unitName, signer }) =>
          contrary.text(signer === null ? 'unsignedMember' : 'noAccessionPage', unitName, { unitId }),
        ),
      ],
    }
  },
}

const hasSigned = ({ signer, joinedLater, accessionPage }: SignatureFinding): boolean =>
  signer !== null && (!joinedLater || accessionPage)

/**
 * Art. 12(1): 由成员单位法定代表人……签署. The signer against the legal representative registered on the day of signing; an agent
 * speaks against by the text, and the panel may record its reasons (setting, note 14).
 */
export const signedByLegalRepresentative: PreparedRule = {
  ...base,
  id: 'R12-1b',
  kind: 'prepared',
  consequence: 'panel-judges',
  gather: ({ content, settings }) => {
    const signed = signatureFindings(content).filter(({ signer }) => signer !== null)
    const inPerson = signed.filter(({ capacity }) => capacity === 'legal-representative').length
    const agent = settings.interpretation.agentSignature === 'contrary' ? contrary : hint
    return [
      fact.count('signedInPersonCount', inPerson),
      (signed.length === inPerson ? fact : agent).count('signedByAgentCount', signed.length - inPerson),
      ...signed.flatMap((finding) => signerEvidence(finding, agent)),
    ]
  },
}

function signerEvidence(finding: SignatureFinding, agent: EvidenceWriter): readonly Evidence[] {
  const { unitId, unitName, signer, capacity, isLegalRepresentative, registered, signedOn, proxyOnFile } = finding
  const subject = { unitId }
  if (capacity === 'agent') {
    return [
      agent.text('signedByAgent', `${unitName}：${signer ?? ''}`, subject),
      ...(proxyOnFile ? [] : [missing('signature.proxy', subject)]),
    ]
  }
  if (signedOn === null) return [missing('signature.signedOn', subject)]
  if (isLegalRepresentative === null) return [missing('member.legalRepresentative', subject)]
  if (isLegalRepresentative) return []
  return [
    contrary.text('signerNotRepresentative', `${unitName}：${signer ?? ''}`, subject),
    fact.text('registeredRepresentative', registered.join('、'), subject),
  ]
}

/**
 * Art. 12(1), as practice proves it: the seal bears the unit's full name. Compared after folding, printed verbatim
 * (note 38).
 */
export const sealsMatch: PreparedRule = {
  ...base,
  id: 'R12-1c',
  kind: 'prepared',
  consequence: 'verify',
  gather: ({ content }) => {
    const signed = signatureFindings(content).filter(({ signer }) => signer !== null)
    return [
      fact.count('sealsMatchCount', signed.filter(({ seal }) => seal === 'same').length),
      ...signed.flatMap(({ unitId, unitName, seal, sealName }): readonly Evidence[] => {
        const both = `${unitName} / ${sealName ?? ''}`
        switch (seal) {
          case 'same':
            return []
          case 'former':
            return [hint.text('sealOfFormerName', both, { unitId })]
          case 'different':
            return [contrary.text('sealDiffers', both, { unitId })]
          case 'missing':
            return [missing('signature.seal', { unitId })]
        }
      }),
    ]
  },
}

/** Art. 12(1): 建立的合作关系应受法律保护. */
export const protectedByLaw: JudgementRule = {
  ...base,
  id: 'R12-1d',
  kind: 'judgement',
  consequence: 'panel-judges',
  gather: ({ content, today }) => {
    const { signedOn, effectiveOn, expiresOn } = content.agreement
    return [
      dayOrMissing('agreementSignedOn', signedOn, 'agreement.signedOn'),
      dayOrMissing('agreementEffectiveOn', effectiveOn, 'agreement.effectiveOn'),
      ...(expiresOn === null ? [] : [(expiresOn < today ? contrary : fact).day('agreementExpiresOn', expiresOn)]),
      clauseEvidence(content, 'breach'),
      clauseEvidence(content, 'disputes'),
      clauseEvidence(content, 'dissolution'),
    ]
  },
}
