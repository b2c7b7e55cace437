import { parseDocumentNumber } from '@shared/documents/notice-facts'
import { isSameEnding } from '@shared/domain/ended-alliance'
import type { Batch } from '@shared/domain/pilot'
import { payloadSchemas, type Action, type Payload, type RecordType } from '@shared/records/payloads'
import type { RecordEnvelope } from '@shared/records/record'
import { fail } from '../lib/failure'

/** What stands in the journal of every row of a kind. */
export type StandingOfKind = (type: RecordType) => Promise<readonly RecordEnvelope[]>

/**
 * Holds what this desk is about to record against the rest of its kind: one number for one batch, a dossier or an
 * expert once in a list, one line of the register for one ending. Screens say the same while one types, with names.
 * @throws HostFailure `journal.number-taken`, `journal.listed-twice`, `journal.ending-listed`
 */
export async function refuseDoubles(actions: readonly Action[], standingOfKind: StandingOfKind): Promise<void> {
  const known = new Map<RecordType, Promise<readonly unknown[]>>()
  const standing = <T extends RecordType>(type: T): Promise<readonly Payload<T>[]> => {
    const present = known.get(type) ?? standingOfKind(type).then((records) => records.map(({ payload }) => payload))
    known.set(type, present)
    return present.then((payloads) =>
      payloads.map((payload) => payloadSchemas[type].parse(payload) as unknown as Payload<T>),
    )
  }
  // What is said in the same append stands as well.
  const said = { batches: [] as Batch[], endings: [] as Payload<'revocation.registered'>[] }
  for (const action of actions) {
    if (action.type === 'batch.saved') {
      const { data: batch } = payloadSchemas['batch.saved'].safeParse(action.payload)
      if (batch === undefined) continue
      refuseTwice(action.type, batch.dossierIds)
      if (batch.status !== 'withdrawn') refuseNumber(batch, [...(await standing('batch.saved')), ...said.batches])
      said.batches.push(batch)
    }
    if (action.type === 'panel.saved') {
      const { data: panel } = payloadSchemas['panel.saved'].safeParse(action.payload)
      if (panel === undefined) continue
      refuseTwice(action.type, panel.dossierIds)
      refuseTwice(
        action.type,
        panel.members.map(({ expertId }) => expertId),
      )
    }
    if (action.type === 'revocation.registered') {
      const { data: ending } = payloadSchemas['revocation.registered'].safeParse(action.payload)
      if (ending === undefined) continue
      const others = [...(await standing('revocation.registered')), ...said.endings]
      const twin = others.find(({ id, revocation }) => id !== ending.id && isSameEnding(revocation, ending.revocation))
      if (twin !== undefined) fail('journal.ending-listed', { name: twin.revocation.allianceName })
      said.endings.push(ending)
    }
  }
}

function refuseTwice(type: RecordType, ids: readonly string[]): void {
  if (new Set(ids).size < ids.length) fail('journal.listed-twice', { type })
}

function refuseNumber(batch: Batch, others: readonly Batch[]): void {
  const live = others.filter(({ id, status }) => id !== batch.id && status !== 'withdrawn')
  if (live.some(({ year, seq }) => year === batch.year && seq === batch.seq)) {
    fail('journal.number-taken', { number: `${batch.year}-${batch.seq}` })
  }
  const own = parseDocumentNumber(batch.notice.docNo)
  if (own?.serial === undefined) return
  const isOurs = ({ notice }: Batch) => JSON.stringify(parseDocumentNumber(notice.docNo)) === JSON.stringify(own)
  if (live.some(isOurs)) fail('journal.number-taken', { number: batch.notice.docNo })
}
