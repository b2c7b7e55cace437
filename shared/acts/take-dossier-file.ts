import { isFiled } from '../domain/is-filed'
import { dossierContentHash, type DossierFile } from '../domain/dossier'
import { withoutHandling } from '../domain/handled-content'
import { contentHash } from '../lib/sha256'
import type { AssembledDossier } from '../records/assemble-dossier'
import type { Action } from '../records/payloads'
import type { Arrival } from '../workflow/status-moves'
import { handlesOtherwise, saveHandling, split } from './handling'
import { arrive } from './move-status'
import { reviewedAgain, type Save } from './save-dossier'

/** Where a dossier that comes as a file stands: as far as the file's own acts carry it, and no further. */
export function statusOfFile({ content, proceedings }: DossierFile): Arrival | 'draft' {
  if (proceedings.revocation !== null) return 'revoked'
  if (proceedings.pilotTerm !== null) return 'piloting'
  if (proceedings.filingDecision?.decision === 'refused') return 'filing-refused'
  if (content.application.appliedOn !== null) return 'pilot-applied'
  if (isFiled(content, proceedings)) return 'filed'
  return proceedings.receivedOn === null ? 'draft' : 'accepted'
}

/**
 * The records that bring a dossier file (`lianshen-dossier/1`) onto this desk. What others sealed (opinions of experts
 * and panel) is not taken from a file without signatures: it comes in bundles. Nothing to do if the desk has the very
 * content.
 */
export function actionsOfDossierFile(
  file: DossierFile,
  present: AssembledDossier | null,
  { today, by, note }: Save,
): readonly Action[] {
  const { content, proceedings } = file
  const hash = dossierContentHash(content)
  if (present?.contentHash === hash) return []
  const saved: Action = {
    type: 'dossier.saved',
    payload: {
      dossierId: file.id,
      version: present === null ? file.version : present.file.version + 1,
      contentHash: hash,
      regulationVersionId: file.regulationVersionId,
      receivedOn: proceedings.receivedOn,
      note,
      content,
    },
  }
  if (present !== null) {
    const { stored, handling } = split(content, present.file.proceedings.successions)
    const handled = handlesOtherwise(content, present.file.content)
      ? [saveHandling(file.id, handling, { by, on: today })]
      : []
    if (dossierContentHash(stored) === dossierContentHash(withoutHandling(present.file.content))) return handled
    return [saved, ...handled, ...reviewedAgain(present, { today, by, note })]
  }
  const to = statusOfFile(file)
  const status = to === 'draft' ? [] : [arrive(file.id, to, { on: today, by, note })]
  return [saved, ...status, ...actsOf(file)]
}

function actsOf({ id: dossierId, proceedings }: DossierFile): readonly Action[] {
  const { filingDecision, consultation, pilotTerm, revocation } = proceedings
  return [
    ...(filingDecision === null ? [] : [act('filing.decided', { dossierId, ...filingDecision })]),
    ...proceedings.judgements.map((judgement) => act('rule.judged', { dossierId, ...judgement })),
    ...proceedings.overrides.map((override) => act('rule.overridden', { dossierId, ...override })),
    ...(consultation === null ? [] : [act('consultation.recorded', { dossierId, consultation })]),
    ...(pilotTerm === null ? [] : [act('pilot-term.set', { dossierId, term: pilotTerm })]),
    ...proceedings.annualReports.map((report) => act('annual-report.saved', { dossierId, report })),
    ...proceedings.changes.map((change) => act('change.saved', { dossierId, change })),
    ...proceedings.evaluations.map((evaluation, index) =>
      act('evaluation.saved', { dossierId, cycle: index + 1, evaluation }),
    ),
    ...(revocation === null ? [] : [act('revocation.recorded', { dossierId, revocation })]),
    ...proceedings.priorRevocations.map((prior) =>
      act('revocation.registered', { id: contentHash(prior), revocation: prior }),
    ),
  ]
}

const act = <T extends Action['type']>(type: T, payload: Extract<Action, { type: T }>['payload']) =>
  ({ type, payload }) as Extract<Action, { type: T }>
