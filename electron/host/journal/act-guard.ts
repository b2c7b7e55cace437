import { isLive } from '@shared/domain/pilot'
import { canonicalJson } from '@shared/lib/canonical-json'
import { payloadSchemas, type Action, type RecordType } from '@shared/records/payloads'
import type { Spoken } from '@shared/records/row-id'
import { slotOf } from '@shared/records/projection'
import type { RecordEnvelope } from '@shared/records/record'
import { dayFaults } from '@shared/workflow/day-order'
import { daysOfRecord } from '@shared/records/days-of-record'
import { fail } from '../lib/failure'

/** What stands in the journal of a matter: the statements that hold, none that an undone import brought. */
export type Standing = (slot: string) => Promise<readonly RecordEnvelope[]>

/** What a panel and its review rest on: over when the alliance is published (Art. 14). */
const beforePublication: ReadonlySet<RecordType> = new Set<RecordType>([
  'panel-opinion.sealed',
  'opinion.sealed',
  'opinion.returned',
  'countersign.opened',
  'division-opinion.sealed',
  'division-opinion.confirmed',
  'review.confirmed',
  'recusal.decided',
  'consultation.recorded',
])

/**
 * Holds what this desk is about to record against what it has recorded: an official act is done once, nothing of a
 * panel is sealed after publication, and the days of one record do not contradict each other. A dossier that comes as a
 * file brings its past with it in one append and is not asked.
 * @throws HostFailure `journal.published`, `journal.done-already`, `journal.day-order`
 */
export async function refuseSecondActs(actions: readonly Action[], standing: Standing): Promise<void> {
  const brought = new Set<string>(
    actions.flatMap(({ type, payload }) => (type === 'dossier.saved' ? [payload.dossierId] : [])),
  )
  for (const action of actions) {
    const said = spoken(action)
    if (said === null) continue
    const { type, payload } = said
    const dossierId = 'dossierId' in payload && typeof payload.dossierId === 'string' ? payload.dossierId : null
    if (dossierId !== null && brought.has(dossierId)) continue
    if (dossierId !== null && beforePublication.has(type)) {
      const terms = await standing(slotOf('pilot-term.set', { dossierId: dossierId }))
      if (terms.length > 0) fail('journal.published', { type, dossierId })
    }
    if (await isDone(said, standing)) fail('journal.done-already', { type })
    await refuseOutsideCampaign(said, actions, standing)
    const [fault] = dayFaults(daysOfRecord(said), {}, null)
    if (fault !== undefined) fail('journal.day-order', { ...fault })
  }
}

/**
 * What is granted to or received of an alliance on a round is so of one that the round asks; an extension ends after
 * the round does; a round that runs keeps what it is about.
 */
async function refuseOutsideCampaign(said: Spoken, actions: readonly Action[], standing: Standing): Promise<void> {
  const { type, payload } = said
  if (type === 'campaign.saved') {
    const before = (await standing(slotOf(type, payload))).map((one) => payloadSchemas[type].parse(one.payload))
    const isFixed = before.some(
      ({ status, kind, year }) =>
        status !== 'preparing' && (payload.status === 'preparing' || kind !== payload.kind || year !== payload.year),
    )
    if (isFixed) fail('journal.campaign-fixed')
  }
  if (type !== 'campaign-extension.granted' && type !== 'campaign-return.saved') return
  const { campaignId, dossierId } = payload
  const written = actions.flatMap((action) =>
    action.type === 'campaign.saved' && action.payload.id === campaignId ? [action.payload] : [],
  )
  const stand = (await standing(slotOf('campaign.saved', { id: campaignId }))).map(({ payload: known }) => known)
  const campaigns = [...stand, ...written].map((known) => payloadSchemas['campaign.saved'].parse(known))
  if (!campaigns.some(({ dossierIds }) => dossierIds.includes(dossierId))) fail('journal.not-asked', { dossierId })
  if (type === 'campaign-return.saved') return
  for (const { to } of campaigns) {
    const [fault] = dayFaults({ 'extended-to': payload.extension.to }, { 'window-to': to }, null)
    if (fault !== undefined) fail('journal.day-order', { ...fault })
  }
}

/** An action with every item that its kind has; null if it is none, which others say. */
function spoken({ type, payload }: Action): Spoken | null {
  const { data } = payloadSchemas[type].safeParse(payload)
  return data === undefined ? null : ({ type, payload: data } as Spoken)
}

async function isDone({ type, payload }: Spoken, standing: Standing): Promise<boolean> {
  switch (type) {
    // One of each, whatever it says.
    case 'panel-opinion.sealed':
      return (await standing(slotOf(type, payload))).length > 0
    case 'opinion.sealed':
      return (await standing(slotOf(type, payload))).length > 0
    case 'countersign.opened':
      return (await standing(slotOf(type, payload))).length > 0
    case 'countersign.closed':
      return (await standing(slotOf(type, payload))).length > 0
    case 'revocation.recorded':
      return (await standing(slotOf(type, payload))).length > 0
    // Done again in other words it is a correction; in the very same it is a second click.
    case 'division-opinion.sealed':
      return isSaid(payload, await standing(slotOf(type, payload)))
    case 'consultation.recorded':
      return isSaid(payload, await standing(slotOf(type, payload)))
    case 'pilot-term.set': {
      const terms = await standing(slotOf(type, payload))
      return terms.some((term) => payloadSchemas[type].parse(term.payload).term.from === payload.term.from)
    }
    case 'campaign.saved': {
      const campaigns = await standing(slotOf(type, payload))
      return campaigns.some((campaign) => payloadSchemas[type].parse(campaign.payload).status === 'closed')
    }
    case 'batch.saved': {
      if (!isLive(payload)) return false
      const batches = await standing(slotOf(type, payload))
      return batches.some((batch) => payloadSchemas[type].parse(batch.payload).status === 'published')
    }
    default:
      return false
  }
}

const isSaid = (payload: object, records: readonly RecordEnvelope[]): boolean =>
  records.some((record) => canonicalJson(record.payload) === canonicalJson(payload))
