import { z } from 'zod'
import type { Gap } from '@shared/acts/act'
import { assignmentBundle } from '@shared/acts/bundle-contents'
import { saveOffice } from '@shared/acts/office'
import {
  convene as conveneAs,
  decideRecusal as decideRecusalAs,
  issueAssignment,
  returnOpinion as returnOpinionAs,
  revealOpinions as revealOpinionsOf,
  saveExperts,
  savePanelAs,
  type OpinionInHand,
} from '@shared/acts/panel'
import { panelContradictions, panelGaps } from '@shared/acts/panel-gaps'
import type { Protection } from '@shared/bundle/protection'
import { calendarDateSchema, type CalendarDate } from '@shared/domain/date'
import { labelAmong } from '@shared/domain/expert-label'
import type { DossierId, KeyId } from '@shared/domain/ids'
import { expertSchema, type Expert, type ExpertOpinion, type Panel, type RecusalDecision } from '@shared/domain/panel'
import { ok } from '@shared/lib/result'
import type { Translate } from '@shared/messages/translate'
import { rowIdOf } from '@shared/records/row-id'
import { appendAct } from '@renderer/data/append-act'
import { loadAssignmentContents, loadOwnWords } from '@renderer/data/bundle-contents'
import type { DossierCase } from '@renderer/data/cases'
import { append, deskDatabase } from '@renderer/data/desk'
import { exportBundle } from '@renderer/data/exports'
import { loadOffice, loadOfficeRow } from '@renderer/data/office'
import { loadReveals, loadSealed } from '@renderer/data/panels'
import { callHost, done } from '@renderer/platform/bridge'
import { wordsAt } from '@renderer/platform/gap-words'
import type { WrittenFile } from '@renderer/ui/WrittenFiles'

/** Saves an expert of the roster. */
export async function saveExpert(expert: Expert): Promise<void> {
  await append(...saveExperts([expert]))
}

/** Takes the invented experts that come with the samples (示例). @returns how many. */
export async function takeSampleExperts(): Promise<number> {
  const [sample] = await callHost('sample:list', undefined)
  if (sample === undefined) return 0
  const { experts } = done(await callHost('sample:load', { slug: sample.slug }))
  const people = z.array(expertSchema).parse(experts)
  if (people.length > 0) await append(...saveExperts(people))
  return people.length
}

/** Words of what keeps a panel from being saved, by field. */
export type PanelGaps = ReadonlyMap<string, string>

const wordsOfGaps = (gaps: readonly Gap[], t: Translate): PanelGaps => {
  const fields = new Set(gaps.flatMap(({ field }) => field ?? []))
  return new Map([...fields].map((field) => [field, wordsAt(gaps, field, t) ?? '']))
}

const filesOf = (cases: readonly DossierCase[]) => cases.map(({ file }) => file)

/** What keeps a panel from being saved: what is empty, and what contradicts the procedure. */
export const wantedOf = (panel: Panel, cases: readonly DossierCase[], today: CalendarDate, t: Translate): PanelGaps =>
  wordsOfGaps(panelGaps(panel, filesOf(cases), today), t)

/** What contradicts the procedure in a panel, by field: said while one types. */
export const contradictions = (
  panel: Panel,
  cases: readonly DossierCase[],
  today: CalendarDate,
  t: Translate,
): PanelGaps =>
  wordsOfGaps(
    calendarDateSchema.safeParse(panel.heldOn).success ? panelContradictions(panel, filesOf(cases), today) : [],
    t,
  )

/** Saves a panel with the copy of its experts and rules that it is convened under. @throws ActRefused */
export async function savePanel(
  panel: Panel,
  roster: readonly Expert[],
  cases: readonly DossierCase[],
  today: CalendarDate,
): Promise<void> {
  await appendAct(savePanelAs(panel, roster, filesOf(cases), today))
}

/** 上会: the state of a dossier once the machine allows it. @throws ActRefused */
export async function convene(dossier: DossierCase, on: CalendarDate, by: string): Promise<void> {
  await appendAct(conveneAs(dossier, { on, by }))
}

/** 会上开封: opens every opinion of the panel, once. */
export async function revealOpinions(panel: Panel, by: string, on: CalendarDate): Promise<void> {
  const [sealed, openings] = await Promise.all([loadSealed(panel.id), loadReveals(panel.id)])
  await appendAct(ok(revealOpinionsOf(panel, sealed, openings, { by, on })))
}

/** A person decides on recusal; hints and declarations decide nothing. */
export async function decideRecusal(decision: RecusalDecision): Promise<void> {
  await append(...decideRecusalAs(decision))
}

type Assignment = {
  readonly panel: Panel
  readonly expert: Expert
  readonly dossierIds: readonly DossierId[]
  readonly issuedOn: CalendarDate
  readonly dueOn: CalendarDate | null
  readonly from: string
  readonly protect: Protection
  /** Dossiers go closed, each under a key of its own; `keyId`: the expert's desk, if known. Null: in the open. */
  readonly lock: { readonly keyId: KeyId | null } | null
  readonly folder: string | null
  readonly fileName: string
}

/** Issues an assignment and writes it as a signed bundle with everything the expert needs, read back and hashed. */
export async function exportAssignment(assignment: Assignment): Promise<WrittenFile> {
  const { panel, expert, dossierIds, issuedOn, dueOn, from, protect, lock, folder, fileName } = assignment
  const office = await loadOfficeRow()
  if (office === undefined) await saveDefaultOffice()
  await append(...issueAssignment(panel, expert.id, { dossierIds, issuedOn, dueOn, from }))
  return writeBundle('assignment', { panel, expert, dossierIds, protect, lock, folder, fileName })
}

type Return = {
  readonly panel: Panel
  readonly opinion: ExpertOpinion
  readonly reason: string
  readonly on: CalendarDate
  readonly protect: Protection
  readonly folder: string | null
  readonly fileName: string
}

/**
 * 退回补正: hands a sealed opinion back with a reason and writes the bundle that says so, with the dossier as it stands
 * now. The sealed opinion stays; its correction comes as a new version. The bundle carries the record of the return, so
 * the record comes first; done again after a failed export (no stick, full disk), it writes the file and no second
 * record.
 */
export async function returnOpinion({
  panel,
  opinion,
  reason,
  on,
  protect,
  folder,
  fileName,
}: Return): Promise<WrittenFile> {
  const { dossierId, expertId } = opinion
  await appendAct(returnOpinionAs(opinion, { reason, on }, await loadInHand(opinion)))
  const expert = { id: expertId, name: opinion.expertName }
  // Who sealed an opinion has declared and opened the dossier: there is nothing to lock.
  return writeBundle('return', { panel, expert, dossierIds: [dossierId], protect, lock: null, folder, fileName })
}

async function loadInHand(opinion: ExpertOpinion): Promise<OpinionInHand> {
  const db = deskDatabase()
  const [sealed, returns] = await Promise.all([
    db.rows('expertOpinions').get(rowIdOf('opinion.sealed', opinion)),
    db.rows('returns').where('value.dossierId').equals(opinion.dossierId).toArray(),
  ])
  return { sealed: sealed ?? null, returns }
}

type Outgoing = Pick<Assignment, 'panel' | 'dossierIds' | 'protect' | 'lock' | 'folder' | 'fileName'> & {
  readonly expert: Pick<Expert, 'id' | 'name'>
}

/** An expert by name, and by unit where another of the panel has that name. */
export function labelIn(panel: Panel, { id, name }: Pick<Expert, 'id' | 'name'>): string {
  return labelAmong(id, name, panel.experts)
}

/** Writes to one expert all that he or she needs, and records that it was written. */
async function writeBundle(kind: 'assignment' | 'return', outgoing: Outgoing): Promise<WrittenFile> {
  const { panel, expert, dossierIds, protect, lock, folder, fileName } = outgoing
  const about = { panelId: panel.id, expertId: expert.id, dossierIds }
  const [contents, own] = await Promise.all([
    loadAssignmentContents(about),
    loadOwnWords(expert.id, dossierIds, protect),
  ])
  const { file } = await exportBundle(
    { kind, to: labelIn(panel, expert), ...assignmentBundle(contents, about, lock, own), fileName, protect },
    { folder, name: labelIn(panel, expert), dossierIds, expertId: expert.id },
  )
  return file
}

/** The expert must see the rules and lists that this office works by, also when it never changed them. */
async function saveDefaultOffice(): Promise<void> {
  await append(...saveOffice(await loadOffice()))
}
