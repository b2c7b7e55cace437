import { describe, expect, it } from 'vitest'
import { commitToOpinions, sealOpinion } from '@shared/acts/seal-opinion'
import { commitmentOf } from '@shared/domain/opinion-commitment'
import type { ExpertOpinion } from '@shared/domain/panel'
import { payloadSchemas } from '@shared/records/payloads'
import { recordSamples } from '../../helpers/record-samples'

const opinion = payloadSchemas['opinion.sealed'].parse(recordSamples['opinion.sealed'][0]) as ExpertOpinion
const salt = '5a'.repeat(32)

describe('an expert who seals', () => {
  it('puts the salt directly before the opinion, for that very version', () => {
    const [salted, sealed] = sealOpinion(opinion, salt)
    expect(salted).toMatchObject({ type: 'opinion.salted', payload: { opinionVersion: opinion.version, salt } })
    expect(sealed).toEqual({ type: 'opinion.sealed', payload: opinion })
    expect(payloadSchemas['opinion.salted'].safeParse(salted?.payload).success).toBe(true)
  })

  it('commits to each opinion once, by a hash that salt and opinion make', () => {
    const salted = payloadSchemas['opinion.salted'].parse(sealOpinion(opinion, salt)[0]?.payload)
    const opinionId = 'c'.repeat(64)
    const on = opinion.signedOn
    const [committed] = commitToOpinions([{ opinionId, salt: salted }], [], on)
    expect(committed?.payload).toMatchObject({ commitment: commitmentOf(salt, opinionId), committedOn: on })
    const known = payloadSchemas['opinion.committed'].parse(committed?.payload)
    expect(commitToOpinions([{ opinionId, salt: salted }], [known], on)).toEqual([])
  })
})
