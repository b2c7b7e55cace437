import type { CalendarDate } from '../domain/date'
import type { DossierId, ExpertId } from '../domain/ids'
import { panelSchema, type Expert, type Panel, type RecusalDecision } from '../domain/panel'
import type { DivisionOpinion } from '../domain/proceedings'
import type { Action } from '../records/payloads'
import type { Row } from '../records/projection'
import type { ActingDossier, Person } from './act'

/** Experts of the roster. Pure. */
export const saveExperts = (experts: readonly Expert[]): readonly Action[] =>
  experts.map((expert) => ({ type: 'expert.saved', payload: { ...expert, otherUnits: [...expert.otherUnits] } }))

/** A panel with the copy of its experts and rules that it is convened under. It must have no gaps. Pure. */
export function savePanelAs(panel: Panel, roster: readonly Expert[]): readonly Action[] {
  const members = new Set(panel.members.map((member) => member.expertId))
  const known = new Map([...panel.experts, ...roster].map((expert) => [expert.id, expert]))
  const experts = [...members].flatMap((id) => known.get(id) ?? [])
  return [{ type: 'panel.saved', payload: panelSchema.parse({ ...panel, experts }) }]
}

/** A person decides on recusal; hints and declarations decide nothing. Pure. */
export const decideRecusal = (decision: RecusalDecision): readonly Action[] => [
  { type: 'recusal.decided', payload: { ...decision, grounds: [...decision.grounds] } },
]

/** A panel's dossiers go to one of its experts. Pure. */
export const issueAssignment = (
  panel: Pick<Panel, 'id'>,
  expertId: ExpertId,
  said: {
    readonly dossierIds: readonly DossierId[]
    readonly issuedOn: CalendarDate
    readonly dueOn: CalendarDate | null
    readonly from: string
  },
): readonly Action[] => [
  { type: 'assignment.issued', payload: { panelId: panel.id, expertId, ...said, dossierIds: [...said.dossierIds] } },
]

/** 会上开封: one record that opens every opinion of the panel, with the list of what was in hand. Pure. */
export const revealOpinions = (
  { id: panelId, dossierIds }: Pick<Panel, 'id' | 'dossierIds'>,
  inHand: {
    readonly commitments: readonly Row<'opinionCommitments'>[]
    readonly opinions: readonly Row<'expertOpinions'>[]
  },
  { by, on }: Person & { readonly on: CalendarDate },
): readonly Action[] => [
  {
    type: 'opinions.revealed',
    payload: {
      panelId,
      dossierIds: [...dossierIds],
      commitments: inHand.commitments.map(({ recordId, value }) => {
        const { dossierId, expertId, opinionVersion, commitment } = value
        return { recordId, dossierId, expertId, opinionVersion, commitment }
      }),
      opinionIds: inHand.opinions.map(({ recordId }) => recordId),
      on,
      by,
    },
  },
]

/** A division's opinion over the version of the dossier that it read (Art. 10, 11). Pure. */
export const sealDivisionOpinion = (
  { file, contentHash }: Pick<ActingDossier, 'file'> & { readonly contentHash: string },
  opinion: DivisionOpinion,
): readonly Action[] => [
  {
    type: 'division-opinion.sealed',
    payload: {
      dossierId: file.id,
      dossierVersion: file.version,
      dossierHash: contentHash,
      opinion: { ...opinion, items: [...opinion.items] },
    },
  },
]
