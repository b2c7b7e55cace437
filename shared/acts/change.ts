import { carriedContent, nameBefore } from '../domain/carried-content'
import { changeSchema, type Change } from '../domain/change'
import { calendarDateSchema, type CalendarDate } from '../domain/date'
import { dossierContentHash, type DossierContent, type DossierFile } from '../domain/dossier'
import type { DossierId } from '../domain/ids'
import { isSameName } from '../lib/names'
import { err, ok } from '../lib/result'
import type { AssembledDossier } from '../records/assemble-dossier'
import { gapAt, type ActingDossier, type Decided, type Gap, type Person } from './act'
import { asChangeKind, changeGaps, changeParts, contradictions, draftOfChange, type ChangeDraft } from './change-gaps'
import { moveStatus } from './move-status'
import { saveDossier } from './save-dossier'

type Said = Person & { readonly today: CalendarDate }

/**
 * Puts a change on record as it is known: not filed yet, or filed with its paper; `id` of one that is there adds to it.
 * Gaps: `changeGaps`, what was carried already, and a status in which no change is taken. Pure.
 */
export function recordChange(
  dossier: ActingDossier,
  draft: ChangeDraft,
  { id, by, today }: Said & { readonly id: string },
): Decided {
  const before = dossier.file.proceedings.changes.find((change) => change.id === id)
  if (before?.carried !== undefined) return err([carriedGap(before.carried.version)])
  const gaps = changeGaps(dossier, draft, today)
  if (gaps.length > 0) return err(gaps)
  const change = changeOf(draft, id, before)
  const saved = { type: 'change.saved', payload: { dossierId: dossier.file.id, change } } as const
  const isNews = before === undefined || (before.filedOn === null) !== (change.filedOn === null)
  // What was told before and is only put right moves nothing.
  if (!isNews) return ok([saved])
  const on = change.filedOn ?? change.knownOn ?? today
  const action = change.filedOn === null ? 'note-change' : 'file-change'
  const move = moveStatus(dossier, action, { on, by, note: change.description })
  return move.ok ? ok([saved, move.value]) : err([move.error])
}

/** @throws ZodError of a draft with gaps */
function changeOf(draft: ChangeDraft, id: string, before: Change | undefined): Change {
  const kind = asChangeKind(draft.kind) ?? 'other'
  const has = (part: (typeof changeParts)[typeof kind][number]) => changeParts[kind].includes(part)
  const day = (typed: string | null) => (typed === null ? null : calendarDateSchema.parse(typed))
  const knownOn = day(draft.knownOn)
  const paper = draft.paper.trim()
  const newName = draft.newName.trim()
  const isIntoMember = kind === 'members-merged' && draft.toUnitId !== null
  const effect = {
    ...(has('newName') && newName !== '' && { newName }),
    ...(has('unitIds') && draft.unitIds.length > 0 && { unitIds: [...new Set(draft.unitIds)] }),
    ...(has('toUnitId') && draft.toUnitId !== null && { toUnitId: draft.toUnitId }),
    ...(has('person') && draft.person.trim() !== '' && { person: draft.person.trim() }),
    ...(has('units') &&
      !isIntoMember &&
      draft.units.length > 0 && {
        units: draft.units.map(({ unitId, fullName, kind: unitKind, creditCode }) => ({
          unitId,
          fullName: fullName.trim(),
          kind: unitKind,
          ...(creditCode.trim() !== '' && { creditCode: creditCode.trim() }),
        })),
      }),
  }
  return changeSchema.parse({
    id,
    kind,
    unitId: has('unitId') ? draft.unitId : null,
    description: draft.description.trim(),
    completedOn: day(draft.completedOn),
    filedOn: day(draft.filedOn),
    ...(knownOn !== null && { knownOn }),
    ...(paper !== '' && { paper }),
    ...(Object.keys(effect).length > 0 && { effect }),
    ...(before?.publishedIn !== undefined && { publishedIn: before.publishedIn }),
  })
}

/** Everything that keeps a filed change from being carried into the dossier, as the register of members stands now. */
export function carryGaps(content: DossierContent, change: Change): readonly Gap[] {
  if (change.carried !== undefined) return [carriedGap(change.carried.version)]
  if (change.filedOn === null) return [gapAt(null, 'change-not-filed')]
  const against = contradictions(content, change.kind, draftOfChange(change))
  if (against.length > 0) return against
  const name = officeHolder(content, leaversOf(content, change))
  if (name !== null) return [gapAt('unitId', 'change-holds-office', { name })]
  const isLacking =
    dossierContentHash(carriedContent(content, change)) === dossierContentHash(content) ||
    (change.kind === 'members-merged' && (change.effect?.unitIds ?? []).length < 2 && isJoinless(change)) ||
    (change.kind === 'member-split' && (change.effect?.units ?? []).length < 2)
  return isLacking ? [gapAt(null, 'change-nothing')] : []
}

/** A merger of one member alone, into no other one. */
const isJoinless = ({ effect }: Change): boolean =>
  effect?.toUnitId === undefined || effect.unitIds?.every((id) => id === effect.toUnitId) === true

/** Members that are none once a change is carried, and whose offices nobody takes over by it. */
function leaversOf({ members }: DossierContent, { kind, unitId, effect }: Change): readonly string[] {
  if (unitId === null) return []
  if (kind === 'member-left') return [unitId]
  const own = members.find((member) => member.unitId === unitId)?.fullName ?? ''
  const goesOn = effect?.units?.some(({ fullName }) => isSameName(fullName, own)) === true
  return kind === 'member-split' && !goesOn ? [unitId] : []
}

/** The first of these members that holds an office of the alliance: it is handed on first. */
function officeHolder({ alliance, members }: DossierContent, ids: readonly string[]): string | null {
  const offices = [alliance.chairUnitId, alliance.leadUnitId, alliance.secretariatUnitId]
  const held = offices.find((id) => id !== null && ids.includes(id))
  return held === undefined ? null : (members.find(({ unitId }) => unitId === held)?.fullName ?? '')
}

const carriedGap = (version: number): Gap => gapAt(null, 'change-carried', { version })

/**
 * 结转: carries a filed change into a new version of the dossier, once: members really join, leave, are renamed, merged
 * and split, and what they were called stays findable. `note` stands in the version. Gaps: `carryGaps`. Pure.
 */
export function carryChange(
  present: AssembledDossier,
  changeId: string,
  { by, today, note }: Said & { readonly note: string },
): Decided {
  const { id, version, content, proceedings } = present.file
  const change = proceedings.changes.find((one) => one.id === changeId)
  if (change === undefined) return err([gapAt(null, 'not-offered')])
  const gaps = carryGaps(content, change)
  if (gaps.length > 0) return err(gaps)
  const oldName = nameBefore(content, change)
  const carried = { on: today, by, version: version + 1, ...(oldName !== null && { oldName }) }
  return ok([
    ...saveDossier(id, carriedContent(content, change), present, { by, today, note }),
    { type: 'change.saved', payload: { dossierId: id, change: { ...change, carried } } },
  ])
}

/** A renaming that the dossier carries and no notice has published yet. */
export type RenameToPublish = {
  readonly dossierId: DossierId
  readonly changeId: string
  readonly allianceName: string
  /** Whose name: the alliance's own, or a unit's. */
  readonly of: 'alliance' | 'unit'
  readonly from: string
  readonly to: string
  readonly filedOn: CalendarDate
}

/** 名称变更 that the next notice may publish, the earliest filed first; only what was filed and carried. Pure. */
export const renamesForNotice = (files: readonly DossierFile[]): readonly RenameToPublish[] =>
  files
    .flatMap(({ id, content, proceedings }) =>
      proceedings.changes.flatMap(({ id: changeId, kind, filedOn, effect, carried, publishedIn }) => {
        const [from, to] = [carried?.oldName, effect?.newName]
        if (filedOn === null || from === undefined || to === undefined || publishedIn !== undefined) return []
        const of = kind === 'alliance-renamed' ? ('alliance' as const) : ('unit' as const)
        return [{ dossierId: id, changeId, allianceName: content.alliance.name, of, from, to, filedOn }]
      }),
    )
    .toSorted((a, b) => (a.filedOn < b.filedOn ? -1 : a.filedOn > b.filedOn ? 1 : 0))

/** Marks a renaming as published by a notice, so that it is offered no more. Gaps: no number. Pure. */
export function markPublished({ id, proceedings }: DossierFile, changeId: string, noticeNo: string): Decided {
  const change = proceedings.changes.find((one) => one.id === changeId)
  if (change?.carried === undefined) return err([gapAt(null, 'not-offered')])
  const number = noticeNo.trim()
  if (number === '') return err([gapAt('noticeNo', 'needed')])
  if (number.length > 120) return err([gapAt('noticeNo', 'too-long', { most: 120 })])
  return ok([{ type: 'change.saved', payload: { dossierId: id, change: { ...change, publishedIn: number } } }])
}
