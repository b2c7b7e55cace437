import { labelAmong } from '@shared/domain/expert-label'
import { z } from 'zod'
import { assignmentBundle } from '@shared/acts/bundle-contents'
import { moveStatus } from '@shared/acts/move-status'
import {
  decideRecusal as decideRecusalAs,
  issueAssignment,
  revealOpinions as revealOpinionsOf,
  saveExperts,
  savePanelAs,
} from '@shared/acts/panel'
import { panelContradictions } from '@shared/acts/panel-gaps'
import { calendarDateSchema, type CalendarDate } from '@shared/domain/date'
import type { DossierId, ExpertId, KeyId } from '@shared/domain/ids'
import { expertSchema, type Expert, type ExpertOpinion, type Panel, type RecusalDecision } from '@shared/domain/panel'
import { canonicalJson } from '@shared/lib/canonical-json'
import { err, ok } from '@shared/lib/result'
import type { Translate } from '@shared/messages/translate'
import { wordsAt } from '@renderer/platform/gap-words'
import type { Payload } from '@shared/records/payloads'
import { rowIdOf } from '@shared/records/row-id'
import { appendAct } from '@renderer/data/append-act'
import type { DossierCase } from '@renderer/data/cases'
import { loadAssignmentContents } from '@renderer/data/bundle-contents'
import { ownWordsOf } from '@renderer/data/own-words'
import type { Protection } from '@shared/bundle/protection'
import { append, deskDatabase } from '@renderer/data/desk'
import { recordBundleExport } from '@renderer/data/exports'
import { loadOffice, loadOfficeRow } from '@renderer/data/office'
import { loadReveals, loadSealed } from '@renderer/data/panels'
import { callHost, done } from '@renderer/platform/bridge'
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

/** What keeps a panel from being saved: what is empty, and what contradicts the procedure. */
export function panelGaps(panel: Panel, cases: readonly DossierCase[], today: CalendarDate, t: Translate): PanelGaps {
  const gaps = new Map<string, string>()
  if (panel.title.trim() === '') gaps.set('title', t('panels.needTitle'))
  if (!calendarDateSchema.safeParse(panel.heldOn).success) gaps.set('heldOn', t('common.needDate'))
  if (panel.dossierIds.length === 0) gaps.set('dossierIds', t('panels.needDossier'))
  if (panel.members.length === 0) gaps.set('members', t('panels.needMembers'))
  return new Map([...contradictions(panel, cases, today, t), ...gaps])
}

/** What contradicts the procedure in a panel, by field: said while one types. */
export function contradictions(
  panel: Panel,
  cases: readonly DossierCase[],
  today: CalendarDate,
  t: Translate,
): PanelGaps {
  const isDay = calendarDateSchema.safeParse(panel.heldOn).success
  const dossiers = cases.map(({ file }) => file)
  const gaps = isDay ? panelContradictions(panel, dossiers, today) : []
  const fields = new Set(gaps.flatMap(({ field }) => field ?? []))
  return new Map([...fields].map((field) => [field, wordsAt(gaps, field, t) ?? '']))
}

/** Saves a panel with the copy of its experts and rules that it is convened under. It must have no gaps. */
export async function savePanel(panel: Panel, roster: readonly Expert[]): Promise<void> {
  await append(...savePanelAs(panel, roster))
}

/** 上会: the state of a dossier once the machine allows it. */
export async function convene(dossier: DossierCase, on: CalendarDate, by: string): Promise<void> {
  const move = moveStatus(dossier, 'convene-panel', { on, by })
  await appendAct(move.ok ? ok([move.value]) : err([move.error]))
}

/**
 * 会上开封: one record that opens every opinion of the panel, with the list of what was in hand. Opened once: where it
 * was opened already, nothing is written.
 */
export async function revealOpinions(panel: Panel, by: string, on: CalendarDate): Promise<void> {
  if ((await loadReveals(panel.id)).length > 0) return
  await append(...revealOpinionsOf(panel, await loadSealed(panel.id), { by, on }))
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
 * now. The sealed opinion stays; its correction comes as a new version. The bundle carries the record of the return, so the
 * record comes first; done again after a failed export (no stick, full disk), it writes the file and no second record.
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
  const said = { panelId: panel.id, dossierId, expertId, reason, on }
  if (!(await isReturned(said, opinion.version))) await append({ type: 'opinion.returned', payload: said })
  const expert = { id: expertId, name: opinion.expertName }
  // Who sealed an opinion has declared and opened the dossier: there is nothing to lock.
  return writeBundle('return', { panel, expert, dossierIds: [dossierId], protect, lock: null, folder, fileName })
}

/** Whether this version of the opinion was handed back in these very words. */
async function isReturned(said: Payload<'opinion.returned'>, version: number): Promise<boolean> {
  const db = deskDatabase()
  const { panelId, dossierId, expertId } = said
  const sealed = await db
    .rows('expertOpinions')
    .get(rowIdOf('opinion.sealed', { panelId, dossierId, expertId, version }))
  const returns = await db.rows('returns').where('value.dossierId').equals(dossierId).toArray()
  return returns.some(
    ({ stamp, value }) => stamp > (sealed?.stamp ?? '') && canonicalJson({ ...value }) === canonicalJson({ ...said }),
  )
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
  const [contents, own] = await Promise.all([loadAssignmentContents(about), ownWordsOf(expert.id, dossierIds, protect)])
  const { bundleId, file } = done(
    await callHost('bundle:export', {
      kind,
      to: labelIn(panel, expert),
      ...assignmentBundle(contents, about, lock, own),
      fileName,
      protect,
      ...(folder === null ? {} : { folder }),
    }),
  )
  await recordBundleExport({
    bundleId,
    kind,
    to: expert.name,
    dossierIds: [...dossierIds],
    expertId: expert.id,
    file,
  })
  return file
}

/** The expert must see the rules and lists that this office works by, also when it never changed them. */
async function saveDefaultOffice(): Promise<void> {
  await append({ type: 'settings.saved', payload: structuredClone(await loadOffice()) })
}

/** Dossiers that an expert of a panel is to judge: all but those he or she is recused for. */
export const dossiersFor = (panel: Panel, expertId: ExpertId, decisions: readonly RecusalDecision[]) =>
  panel.dossierIds.filter(
    (dossierId) =>
      decisions.findLast(
        (item) => item.panelId === panel.id && item.dossierId === dossierId && item.expertId === expertId,
      )?.decision !== 'recused',
  )
