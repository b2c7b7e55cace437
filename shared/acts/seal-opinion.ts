import type { CalendarDate } from '../domain/date'
import { recusalGrounds, type ExpertOpinion, type RecusalGround } from '../domain/panel'
import type { DossierId, ExpertId, PanelId } from '../domain/ids'
import { commitmentOf, opinionSlotOf } from '../domain/opinion-commitment'
import type { Action, Payload } from '../records/payloads'

type OwnTask = { readonly panelId: PanelId; readonly dossierId: DossierId; readonly expertId: ExpertId }

export type RecusalAnswers = Readonly<Record<RecusalGround, { readonly exists: boolean | null; readonly note: string }>>

/** 回避声明: an answer to every ground, and the pledge. Whatever it says, it goes into the opinion bundle. Pure. */
export const declareRecusal = (
  { panelId, dossierId, expertId }: OwnTask,
  { answers, pledged }: { readonly answers: RecusalAnswers; readonly pledged: boolean },
  declaredOn: CalendarDate,
): readonly Action[] => [
  {
    type: 'recusal.declared',
    payload: {
      panelId,
      dossierId,
      expertId,
      answers: recusalGrounds.map((ground) => {
        const { exists, note } = answers[ground]
        return { ground, exists: exists === true, note: exists === true ? note.trim() : '' }
      }),
      pledged,
      declaredOn,
    },
  },
]

/**
 * 意见封存: the salt lies directly before the opinion, so that nobody who sees the chain alone can try out what it says
 * (docs/adr/0012). Pure.
 */
export const sealOpinion = (opinion: ExpertOpinion, salt: string): readonly Action[] => {
  const { panelId, dossierId, expertId, version } = opinion
  return [
    { type: 'opinion.salted', payload: { panelId, dossierId, expertId, opinionVersion: version, salt } },
    { type: 'opinion.sealed', payload: opinion },
  ]
}

/** 先送封存哈希: a hash of every sealed opinion that has none yet. Pure. */
export const commitToOpinions = (
  sealed: readonly { readonly opinionId: string; readonly salt: Payload<'opinion.salted'> }[],
  present: readonly Payload<'opinion.committed'>[],
  committedOn: CalendarDate,
): readonly Action[] => {
  const known = new Set(present.map(opinionSlotOf))
  return sealed
    .filter(({ salt }) => !known.has(opinionSlotOf(salt)))
    .map(({ opinionId, salt: { salt, ...slot } }) => ({
      type: 'opinion.committed' as const,
      payload: { ...slot, commitment: commitmentOf(salt, opinionId), committedOn },
    }))
}
