import {
  panelOpinionHash,
  type CountersignRound,
  type Countersignature,
  type RoundStanding,
} from '../domain/countersign'
import type { CalendarDate } from '../domain/date'
import type { DossierId, ExpertId } from '../domain/ids'
import type { Expert, Panel, PanelOpinion } from '../domain/panel'
import { err, ok } from '../lib/result'
import type { Action } from '../records/payloads'
import { gapAt, type Decided, type Person } from './act'

type Cell = Omit<CountersignRound['places'][number], 'expertId'>

/** The cell of an expert in the signature table; undefined if he or she is not to sign. */
export const placeOf = (round: CountersignRound, expertId: ExpertId) =>
  round.places.find((place) => place.expertId === expertId)

/**
 * 发起会签: names the very opinion that goes round, its paper as it was set and signed, and who is to sign where. `cells`:
 * the fields for signatures as the typesetter placed them. Pure.
 */
export const openRound = (
  panel: Pick<Panel, 'id' | 'experts'>,
  dossierId: DossierId,
  opinion: PanelOpinion,
  set: Pick<CountersignRound, 'paper' | 'model'> & { readonly cells: readonly Cell[] },
  said: Pick<CountersignRound, 'openedOn' | 'dueOn' | 'from'>,
): readonly Action[] => [
  {
    type: 'countersign.opened',
    payload: {
      panelId: panel.id,
      dossierId,
      opinionVersion: opinion.version,
      opinionHash: panelOpinionHash(opinion),
      paper: set.paper,
      model: set.model,
      places: set.cells.flatMap((cell) => {
        const expert = panel.experts.find(({ id }) => cell.field === `expert-${id}`)
        return expert === undefined ? [] : [{ expertId: expert.id, ...cell }]
      }),
      ...said,
    },
  },
]

/** Why one cannot sign here; words in messages as `signing.blocked.<kind>`. */
export type SigningBlock = 'other-opinion' | 'no-place'

/** The opinion that lies here must be the one of the round, and this expert must have a cell on its paper. Pure. */
export function signingBlock(round: CountersignRound, opinion: PanelOpinion, expertId: ExpertId): SigningBlock | null {
  if (panelOpinionHash(opinion) !== round.opinionHash) return 'other-opinion'
  return placeOf(round, expertId) === undefined ? 'no-place' : null
}

/**
 * 会签: an expert's answer to the opinion that goes round, over its hash. `signedPaper`: the copy with the new signature
 * on it, none where the expert declines. Pure.
 */
export const answerRound = (
  { panelId, dossierId, opinionVersion, opinionHash }: CountersignRound,
  expert: Pick<Expert, 'id' | 'name'>,
  { answer, signedPaper, signedOn }: Pick<Countersignature, 'answer' | 'signedPaper' | 'signedOn'>,
): readonly Action[] => [
  {
    type: 'panel-opinion.signed',
    payload: {
      panelId,
      dossierId,
      opinionVersion,
      opinionHash,
      expertId: expert.id,
      expertName: expert.name,
      answer,
      signedPaper,
      signedOn,
    },
  },
]

/** Whose answer is still to come. Pure. */
export const awaitedIn = ({ experts }: Pick<RoundStanding, 'experts'>): readonly ExpertId[] =>
  experts.filter(({ state }) => state === 'awaited' || state === 'late').map(({ expertId }) => expertId)

/** The leader ends the round; those who have not signed are named, with the reason. Gaps: `reason`. Pure. */
export function closeRound(
  { panelId, dossierId, opinionVersion, opinionHash }: CountersignRound,
  { leaderExpertId }: Pick<PanelOpinion, 'leaderExpertId'>,
  standing: Pick<RoundStanding, 'experts'>,
  { reason, by, on }: Person & { readonly reason: string; readonly on: CalendarDate },
): Decided {
  if (reason.trim() === '') return err([gapAt('reason', 'need-reason')])
  const missing = [...awaitedIn(standing)]
  const payload = { panelId, dossierId, opinionVersion, opinionHash, missing, leaderExpertId, reason: reason.trim() }
  return ok([{ type: 'countersign.closed', payload: { ...payload, by, on } }])
}
