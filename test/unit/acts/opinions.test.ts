import { describe, expect, it } from 'vitest'
import { commitToOpinions, declareRecusal, sealOpinion, type RecusalAnswers } from '@shared/acts/seal-opinion'
import { commitmentOf } from '@shared/domain/opinion-commitment'
import { recusalGrounds, type ExpertOpinion } from '@shared/domain/panel'
import { payloadSchemas } from '@shared/records/payloads'
import { recordSamples } from '../../helpers/record-samples'

const opinion = payloadSchemas['opinion.sealed'].parse(recordSamples['opinion.sealed'][0]) as ExpertOpinion
const salt = '5a'.repeat(32)

describe('an expert who declares', () => {
  const task = { panelId: opinion.panelId, dossierId: opinion.dossierId, expertId: opinion.expertId }
  const answers = Object.fromEntries(
    recusalGrounds.map((ground) => [ground, { exists: false, note: '' }]),
  ) as RecusalAnswers
  const on = opinion.signedOn

  it('is never taken to have said no to a ground that is open', () => {
    const open = { ...answers, 3: { exists: null, note: '' } }
    expect(declareRecusal(task, { answers: open, pledged: false }, on)).toMatchObject({
      ok: false,
      error: [
        { field: 'ground-3', code: 'needed' },
        { field: 'pledged', code: 'need-pledge' },
      ],
    })
  })

  it('says of each ground whether it exists, with a note where it does', () => {
    const stated = { ...answers, 3: { exists: true, note: ' 合作课题（示例） ' }, 4: { exists: false, note: '草稿' } }
    const declared = declareRecusal(task, { answers: stated, pledged: true }, on)
    const [record] = declared.ok ? declared.value : []
    const said = payloadSchemas['recusal.declared'].parse(record?.payload).answers
    expect(said.map(({ ground }) => ground)).toEqual([...recusalGrounds])
    expect(said.filter(({ exists }) => exists)).toEqual([{ ground: 3, exists: true, note: '合作课题（示例）' }])
    expect(said.find(({ ground }) => ground === 4)?.note).toBe('')
  })
})

describe('an expert who seals', () => {
  it('puts the salt directly before the opinion, for that very version', () => {
    const [salted, sealed] = sealOpinion(opinion, salt)
    expect(salted).toMatchObject({ type: 'opinion.salted', payload: { opinionVersion: opinion.version, salt } })
    expect(sealed).toEqual({ type: 'opinion.sealed', payload: opinion })
    expect(payloadSchemas['opinion.salted'].safeParse(salted?.payload).success).toBe(true)
  })

  it('lets those marks alone go along that he or she chose, and says nothing of the others', () => {
    const [carried] = payloadSchemas['opinion.marked'].parse(recordSamples['opinion.marked'][0]).marks
    const marks = [
      { ...carried!, isCarried: true },
      { ...carried!, id: 'mark-2', note: '只给自己看（示例）', isCarried: false },
    ]
    const actions = sealOpinion(opinion, salt, marks)
    expect(actions.map(({ type }) => type)).toEqual(['opinion.salted', 'opinion.sealed', 'opinion.marked'])
    expect(payloadSchemas['opinion.marked'].parse(actions[2]?.payload)).toMatchObject({
      opinionVersion: opinion.version,
      marks: [{ id: 'mark-1' }],
    })
    expect(JSON.stringify(actions)).not.toContain('只给自己看')
    expect(sealOpinion(opinion, salt, marks.slice(1))).toHaveLength(2)
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
