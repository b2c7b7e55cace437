import type { CalendarDate } from '../domain/date'
import { recusalGrounds, type ExpertOpinion, type RecusalGround } from '../domain/panel'
import type { DossierId, ExpertId, PanelId } from '../domain/ids'
import { markOf, type KeptMark } from '../domain/reading-mark'
import type { JudgedVersion } from '../domain/judged-version'
import { commitmentOf, opinionSlotOf } from '../domain/opinion-commitment'
import { err, ok } from '../lib/result'
import type { Action, Payload } from '../records/payloads'
import { gapAt, type Decided, type Gap } from './act'

type OwnTask = { readonly panelId: PanelId; readonly dossierId: DossierId; readonly expertId: ExpertId }

export type RecusalAnswers = Readonly<Record<RecusalGround, { readonly exists: boolean | null; readonly note: string }>>

/** A declaration as it is filled in: every ground is open until it is answered. */
export type DeclarationDraft = { readonly answers: RecusalAnswers; readonly pledged: boolean }

/** Grounds that have no answer yet. Pure. */
export const unanswered = ({ answers }: Pick<DeclarationDraft, 'answers'>): readonly RecusalGround[] =>
  recusalGrounds.filter((ground) => answers[ground].exists === null)

/** What keeps a declaration from being made: every ground that is open, and the pledge. Pure. */
export const declarationGaps = (draft: DeclarationDraft): readonly Gap[] => [
  ...unanswered(draft).map((ground) => gapAt(`ground-${ground}`, 'needed')),
  ...(draft.pledged ? [] : [gapAt('pledged', 'need-pledge')]),
]

/**
 * 回避声明: an answer to every ground, and the pledge, about whom the version names that its author has before the eyes; of
 * a locked dossier nothing is known but its number. Whatever it says, it goes into the opinion bundle. Gaps:
 * `declarationGaps`. Pure.
 */
export function declareRecusal(
  { panelId, dossierId, expertId, dossierVersion, dossierHash }: OwnTask & JudgedVersion,
  draft: DeclarationDraft,
  declaredOn: CalendarDate,
): Decided {
  const gaps = declarationGaps(draft)
  if (gaps.length > 0) return err(gaps)
  const answers = recusalGrounds.map((ground) => {
    const { exists, note } = draft.answers[ground]
    return { ground, exists: exists === true, note: exists === true ? note.trim() : '' }
  })
  const seen = {
    ...(dossierVersion !== undefined && { dossierVersion }),
    ...(dossierHash !== undefined && { dossierHash }),
  }
  const payload = { panelId, dossierId, expertId, answers, pledged: draft.pledged, declaredOn, ...seen }
  return ok([{ type: 'recusal.declared', payload }])
}

/**
 * 意见封存: the salt lies directly before the opinion, so that nobody who sees the chain alone can try out what it says
 * (docs/adr/0012). Of the marks on the pages those that their
 * author lets go along; the others are no record. Pure.
 */
export const sealOpinion = (
  opinion: ExpertOpinion,
  salt: string,
  carried: readonly KeptMark[] = [],
): readonly Action[] => {
  const { panelId, dossierId, expertId, version } = opinion
  const marks = carried.filter(({ isCarried }) => isCarried).map(markOf)
  return [
    { type: 'opinion.salted', payload: { panelId, dossierId, expertId, opinionVersion: version, salt } },
    { type: 'opinion.sealed', payload: opinion },
    ...(marks.length === 0
      ? []
      : [
          {
            type: 'opinion.marked' as const,
            payload: { panelId, dossierId, expertId, opinionVersion: version, marks },
          },
        ]),
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
