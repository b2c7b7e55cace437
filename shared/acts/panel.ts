import type { CalendarDate } from '../domain/date'
import type { DossierId, ExpertId } from '../domain/ids'
import { panelSchema, type Expert, type ExpertOpinion, type Panel, type RecusalDecision } from '../domain/panel'
import type { DivisionOpinion } from '../domain/proceedings'
import { canonicalJson } from '../lib/canonical-json'
import { err, ok } from '../lib/result'
import type { Action } from '../records/payloads'
import type { Row } from '../records/projection'
import { gapAt, type ActingDossier, type Decided, type Person } from './act'
import { moveStatus } from './move-status'
import { panelGaps, type DossierOfPanel } from './panel-gaps'

/** Experts of the roster. Pure. */
export const saveExperts = (experts: readonly Expert[]): readonly Action[] =>
  experts.map((expert) => ({ type: 'expert.saved', payload: { ...expert, otherUnits: [...expert.otherUnits] } }))

/** A panel with the copy of its experts and rules that it is convened under. Gaps: `panelGaps`. Pure. */
export function savePanelAs(
  panel: Panel,
  roster: readonly Expert[],
  known: readonly DossierOfPanel[],
  today: CalendarDate,
): Decided {
  const gaps = panelGaps(panel, known, today)
  if (gaps.length > 0) return err(gaps)
  const members = new Set(panel.members.map((member) => member.expertId))
  const people = new Map([...panel.experts, ...roster].map((expert) => [expert.id, expert]))
  const experts = [...members].flatMap((id) => people.get(id) ?? [])
  return ok([{ type: 'panel.saved', payload: panelSchema.parse({ ...panel, experts }) }])
}

/** 上会: a dossier goes before its panel, once the status table allows it. Pure. */
export function convene(dossier: ActingDossier, said: Person & { readonly on: CalendarDate }): Decided {
  const move = moveStatus(dossier, 'convene-panel', said)
  return move.ok ? ok([move.value]) : err([move.error])
}

/** A person decides on recusal; hints and declarations decide nothing. Pure. */
export const decideRecusal = (decision: RecusalDecision): readonly Action[] => [
  { type: 'recusal.decided', payload: { ...decision, grounds: [...decision.grounds] } },
]

/** Dossiers that an expert of a panel is to judge: all but those he or she is recused for. Pure. */
export const dossiersFor = (
  panel: Pick<Panel, 'id' | 'dossierIds'>,
  expertId: ExpertId,
  decisions: readonly RecusalDecision[],
): readonly DossierId[] =>
  panel.dossierIds.filter(
    (dossierId) =>
      decisions.findLast(
        (item) => item.panelId === panel.id && item.dossierId === dossierId && item.expertId === expertId,
      )?.decision !== 'recused',
  )

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

/** What a desk knows of one opinion: the record of the very version, and what was handed back of its dossier. */
export type OpinionInHand = {
  readonly sealed: Pick<Row<'expertOpinions'>, 'stamp'> | null
  readonly returns: readonly Pick<Row<'returns'>, 'stamp' | 'value'>[]
}

/**
 * 退回补正: a sealed opinion is handed back with a reason; it stays, its correction comes as a new version. Nothing where
 * this version was handed back in these very words: done again after a failed export, it writes no second record. Gaps:
 * `reason`. Pure.
 */
export function returnOpinion(
  { panelId, dossierId, expertId }: Pick<ExpertOpinion, 'panelId' | 'dossierId' | 'expertId'>,
  { reason, on }: { readonly reason: string; readonly on: CalendarDate },
  { sealed, returns }: OpinionInHand,
): Decided {
  if (reason.trim() === '') return err([gapAt('reason', 'need-reason')])
  const payload = { panelId, dossierId, expertId, reason: reason.trim(), on }
  const isReturned = returns.some(
    ({ stamp, value }) => stamp > (sealed?.stamp ?? '') && canonicalJson({ ...value }) === canonicalJson(payload),
  )
  return ok(isReturned ? [] : [{ type: 'opinion.returned', payload }])
}

/**
 * 会上开封: one record that opens every opinion of the panel, with the list of what was in hand. Opened once: where it was
 * opened already, nothing. Pure.
 */
export function revealOpinions(
  { id: panelId, dossierIds }: Pick<Panel, 'id' | 'dossierIds'>,
  {
    commitments,
    opinions,
  }: {
    readonly commitments: readonly Row<'opinionCommitments'>[]
    readonly opinions: readonly Row<'expertOpinions'>[]
  },
  openings: readonly unknown[],
  { by, on }: Person & { readonly on: CalendarDate },
): readonly Action[] {
  if (openings.length > 0) return []
  const payload = {
    panelId,
    dossierIds: [...dossierIds],
    commitments: commitments.map(({ recordId, value }) => {
      const { dossierId, expertId, opinionVersion, commitment } = value
      return { recordId, dossierId, expertId, opinionVersion, commitment }
    }),
    opinionIds: opinions.map(({ recordId }) => recordId),
    on,
    by,
  }
  return [{ type: 'opinions.revealed', payload }]
}

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
