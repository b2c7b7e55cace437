import { panelOpinionHash, roundIdOf } from '../domain/countersign'
import type { Payload } from '../records/payloads'
import { projectRecord } from '../records/projection'
import type { JournalRecord } from '../records/record'
import { rowIdOf } from '../records/row-id'
import type { ImportingDesk, ImportRefusal, IncomingBundle } from './incoming'

type SignedRecord = Extract<JournalRecord, { type: 'panel-opinion.signed' }>

/**
 * Why a countersignature is not taken; null if it is. It must be for a round of the very opinion, by somebody who is to
 * sign it, with the scan that it names; and it is given once. Work rules of this software.
 */
export function refusalOfCountersignature(
  record: SignedRecord,
  { attachments }: Pick<IncomingBundle, 'attachments'>,
  { state }: Pick<ImportingDesk, 'state'>,
): ImportRefusal | null {
  const { payload } = record
  const round = state.countersignRounds.get(roundIdOf(payload))?.value
  if (round === undefined) return 'no-round'
  if (round.opinionHash !== payload.opinionHash) return 'other-opinion'
  const closing = state.countersignClosings.get(roundIdOf(payload))
  if (closing !== undefined) return 'round-closed'
  if (isSuperseded(payload, state)) return 'opinion-superseded'
  if (!round.places.some(({ expertId }) => expertId === payload.expertId) || isRecused(payload, state)) {
    return 'not-to-sign'
  }
  if (payload.answer.kind === 'scan' && !attachments.has(payload.answer.scan.sha256)) return 'scan-missing'
  const present = state.countersignatures.get(projectRecord(record).row.id)
  return present === undefined || present.value.answer.kind === 'declined' ? null : 'signed-already'
}

/** The round must be for the newest opinion, and for what that opinion really says. */
function isSuperseded({ dossierId, opinionHash }: Payload<'panel-opinion.signed'>, state: ImportingDesk['state']) {
  const newest = [...state.panelOpinions.values()]
    .map((row) => row.value)
    .filter((opinion) => opinion.dossierId === dossierId)
    .reduce<Payload<'panel-opinion.sealed'> | null>(
      (best, opinion) => (best === null || opinion.version > best.version ? opinion : best),
      null,
    )
  return newest === null || panelOpinionHash(newest) !== opinionHash
}

const isRecused = (
  { panelId, dossierId, expertId }: Payload<'panel-opinion.signed'>,
  state: ImportingDesk['state'],
): boolean =>
  state.recusalDecisions.get(rowIdOf('recusal.decided', { panelId, dossierId, expertId }))?.value.decision === 'recused'
