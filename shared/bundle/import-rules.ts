import type { BundleKind, DeskStatement } from '../records/payloads'
import { projectRecord } from '../records/projection'
import { kindOf, type TypesWith } from '../records/record-kinds'
import type { JournalRecord } from '../records/record'
import { refusalOfCountersignature } from './countersign-rules'
import type { ImportingDesk, ImportRefusal, IncomingBundle } from './incoming'

type Role = DeskStatement['role']

/** Which desks take which kinds of bundles from whom. A pair that is not here is not for that desk. */
const doors: Readonly<Record<BundleKind, Readonly<Partial<Record<Role, Role>>>>> = {
  assignment: { expert: 'division' },
  return: { expert: 'division' },
  countersign: { expert: 'division', division: 'expert' },
  opinion: { division: 'expert' },
  dossier: { division: 'division' },
  archive: { division: 'division' },
}

/** What stays with the desk that wrote it: its own settings, whom it trusts, and what it did with files. */
const isOwnAffair = ({ type }: JournalRecord): boolean => {
  const { scope } = kindOf(type)
  return scope === 'own' || scope === 'own-and-assignments'
}

/** Why this desk does not take a record out of a bundle; null if it does. */
export function refusalOf(record: JournalRecord, bundle: IncomingBundle, desk: ImportingDesk): ImportRefusal | null {
  const sender = doors[bundle.kind][desk.role]
  if (sender === undefined) return 'not-for-this-desk'
  if (bundle.from.role !== sender) return 'sender-role'
  const authorRole = roleOf(record.author, bundle, desk)
  if (authorRole === null) return 'unknown-author'
  // What this desk signed itself and lost by going back to an older copy comes home, whatever it is.
  if (record.author === desk.keyId) return null
  if (record.type === 'desk.introduced') {
    // A desk may introduce itself anew, but never as a desk of the other kind.
    return record.payload.keyId === record.author && record.payload.role === authorRole ? null : 'wrong-person'
  }
  if (!isSaidBy(authorRole, record)) return 'author-role'
  if (sender === 'expert') {
    if (record.author !== bundle.from.keyId) return 'other-author'
    return refusalOfOpinion(record, bundle, desk)
  }
  if (desk.role === 'expert') {
    // What can never be opened here would stand as a task that cannot be done.
    if (record.type === 'dossier.locked' && !bundle.locks.has(record.payload.lockId)) return 'lock-without-key'
    // Settings come along so that both desks judge by the same work rules; nobody else's opinion does.
    if (kindOf(record.type).scope === 'own-and-assignments') return null
    if (authorRole === 'expert' && record.author !== desk.keyId && !isRoundSeenByAll(record, bundle)) {
      return 'other-author'
    }
  }
  if (isOwnAffair(record)) return 'type-not-allowed'
  return authorRole === 'expert' ? refusalOfOpinion(record, bundle, desk, false) : null
}

/** An expert speaks for one person, on a panel that this desk convened, and never changes what was sealed. */
function refusalOfOpinion(
  record: JournalRecord,
  bundle: IncomingBundle,
  desk: ImportingDesk,
  mustKnowPanel = true,
): ImportRefusal | null {
  if (!isOfExpert(record)) return 'type-not-allowed'
  const isSignature = isOfRound(record)
  // Opinions come in opinion bundles, signatures in countersign bundles: nothing slips in beside what one asked for.
  if (mustKnowPanel && isSignature !== (bundle.kind === 'countersign')) return 'type-not-allowed'
  const { panelId, dossierId, expertId } = record.payload
  const panel = desk.state.panels.get(panelId)?.value
  if (panel === undefined && mustKnowPanel) return 'unknown-panel'
  if (panel !== undefined) {
    const isMember = panel.members.some((member) => member.expertId === expertId)
    if (!isMember || !panel.dossierIds.includes(dossierId)) return 'not-a-member'
  }
  const boundTo = desk.state.keyConfirmations.get(record.author)?.value.expertId ?? null
  if (boundTo !== null && boundTo !== expertId) return 'other-expert-key'
  const confirmedKeys = [...desk.state.keyConfirmations.values()].filter((row) => row.value.expertId === expertId)
  if (confirmedKeys.length > 0 && boundTo === null) return 'expert-has-other-key'
  // Between divisions and towards experts a signature travels with its round, which is checked where it is gathered.
  const refusal = isSignature && mustKnowPanel ? refusalOfCountersignature(record, bundle, desk) : null
  return refusal ?? refusalOfChange(record, desk)
}

function refusalOfChange(record: JournalRecord, desk: ImportingDesk): ImportRefusal | null {
  const { table, row } = projectRecord(record)
  const present = record.type === 'opinion.committed' ? otherVoice(record, desk) : desk.state[table].get(row.id)
  if (present === undefined) return null
  const isConfirmed = desk.state.keyConfirmations.has(record.author)
  if (present.author !== record.author) return isConfirmed ? null : 'expert-has-other-key'
  return kindOf(record.type).isSealed ? 'sealed-already' : null
}

/**
 * What another key has said before in the name of the expert who commits: hashes stand beside one another, voices do
 * not.
 */
const otherVoice = ({ author, payload }: Extract<JournalRecord, { type: 'opinion.committed' }>, desk: ImportingDesk) =>
  [...desk.state.opinionCommitments.values(), ...desk.state.expertOpinions.values()].find(
    ({ author: other, value }) =>
      other !== author &&
      value.panelId === payload.panelId &&
      value.dossierId === payload.dossierId &&
      value.expertId === payload.expertId,
  )

/** Whether somebody who sits on one side may say this at all. */
const isSaidBy = (role: Role, { type }: JournalRecord): boolean => {
  const { saidBy } = kindOf(type)
  return saidBy === 'either' || saidBy === role
}

const isOfExpert = (record: JournalRecord): record is Extract<JournalRecord, { type: TypesWith<'saidBy', 'expert'> }> =>
  kindOf(record.type).saidBy === 'expert'

const isOfRound = (
  record: JournalRecord,
): record is Extract<JournalRecord, { type: TypesWith<'scope', 'signatures'> }> =>
  kindOf(record.type).scope === 'signatures'

/** Those who sign one opinion see on it who has signed before them, as on paper. */
const isRoundSeenByAll = (record: JournalRecord, bundle: IncomingBundle): boolean =>
  isOfRound(record) && bundle.kind === 'countersign'

function roleOf(author: string, bundle: IncomingBundle, desk: ImportingDesk): Role | null {
  const known = desk.state.desks.get(author)?.value.role
  return known ?? bundle.desks.find((statement) => statement.keyId === author)?.role ?? null
}
