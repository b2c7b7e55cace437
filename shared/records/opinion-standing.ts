import { commitmentOf, opinionSlotOf } from '../domain/opinion-commitment'
import { changedParts, type ChangedPart } from '../domain/opinion-change'
import type { DossierId, ExpertId } from '../domain/ids'
import type { Panel } from '../domain/panel'
import type { Row } from './projection'

/** What a desk holds of one dossier's opinions; rows of other panels may be among them. */
export type OpinionRows = {
  readonly expertOpinions: readonly Row<'expertOpinions'>[]
  readonly opinionSalts: readonly Row<'opinionSalts'>[]
  readonly opinionCommitments: readonly Row<'opinionCommitments'>[]
  readonly opinionReveals: readonly Row<'opinionReveals'>[]
  readonly returns: readonly Row<'returns'>[]
}

/**
 * What became of one commitment. `awaited`: the content is not here yet. The rest are differences: `other-content`: the
 * sealed opinion is not what was promised; `no-salt`: it cannot be checked; `other-desk`: sealed by another key;
 * `skipped`: a later version came, the promised one did not.
 */
export const commitmentChecks = ['awaited', 'matches', 'other-content', 'no-salt', 'other-desk', 'skipped'] as const
export type CommitmentCheck = (typeof commitmentChecks)[number]

/** Whether what came is not what was promised. */
export const differs = (check: CommitmentCheck): boolean => check !== 'matches' && check !== 'awaited'

export type CommitmentLine = {
  readonly row: Row<'opinionCommitments'>
  readonly check: CommitmentCheck
  /** Not among the hashes that were in hand at the opening. */
  readonly isLate: boolean
}

/** A version that says otherwise than the one before it. */
export type OpinionChange = {
  readonly from: Row<'expertOpinions'>
  readonly to: Row<'expertOpinions'>
  /** The commitment that the earlier version was under; null if there was none. */
  readonly commitment: string | null
  readonly parts: readonly ChangedPart[]
  /** The return for correction that came between, the newest; null if the expert changed it unasked. */
  readonly returned: Row<'returns'>['value'] | null
  /** Neither this version nor a hash of it was there at the opening. */
  readonly isAfterReveal: boolean
}

export const opinionStates = ['none', 'committed', 'closed', 'uncommitted', 'opened', 'changed', 'mismatch'] as const
/**
 * 未交, 已交哈希, 已到未开封, 已开封但未先交哈希, 已开封且相符, 承诺后有改动, 与承诺不符. A difference is told even while the content is closed.
 */
export type OpinionState = (typeof opinionStates)[number]

/** Where one expert's opinion on one dossier of a panel stands. */
export type OpinionStanding = {
  readonly expertId: ExpertId
  readonly dossierId: DossierId
  readonly state: OpinionState
  /** Oldest version first. */
  readonly commitments: readonly CommitmentLine[]
  /** It came in and nobody may read it yet; told beside `state`, which may be a difference. */
  readonly isClosed: boolean
  /** The newest version that came in. */
  readonly newest: Row<'expertOpinions'> | null
  /** Came after the opening, hash and content. */
  readonly isLate: boolean
  /** Changes since the first version that was committed or opened; none while closed. */
  readonly changes: readonly OpinionChange[]
}

/** Whether a panel's opinions stay closed: its work rule says so, and nobody has opened them yet. */
export const isClosed = (
  panel: Pick<Panel, 'id' | 'rules'>,
  reveals: readonly Pick<Row<'opinionReveals'>, 'value'>[],
): boolean => panel.rules.revealTogether === true && !reveals.some(({ value }) => value.panelId === panel.id)

/** The opinions that may be read and counted: all but those of panels that are still closed. */
export function openOpinions(
  opinions: readonly Row<'expertOpinions'>[],
  panels: readonly Pick<Panel, 'id' | 'rules'>[],
  reveals: readonly Pick<Row<'opinionReveals'>, 'value'>[],
): readonly Row<'expertOpinions'>[] {
  const closed = new Set<string>(panels.filter((panel) => isClosed(panel, reveals)).map(({ id }) => id))
  return closed.size === 0 ? opinions : opinions.filter(({ value }) => !closed.has(value.panelId))
}

/**
 * Where every member's opinion on one dossier stands, in the order of the panel. A function of the set of rows: in
 * whatever order hashes, contents and the opening came in, it says the same.
 */
export function opinionStandings(panel: Panel, dossierId: DossierId, rows: OpinionRows): readonly OpinionStanding[] {
  return panel.members.map(({ expertId }) => {
    const own = <R extends { readonly value: { panelId: string; dossierId: string; expertId: string } }>(
      all: readonly R[],
    ): readonly R[] =>
      all.filter(
        ({ value }) => value.panelId === panel.id && value.dossierId === dossierId && value.expertId === expertId,
      )
    const opinions = own(rows.expertOpinions).toSorted((a, b) => a.value.version - b.value.version)
    const reveals = rows.opinionReveals.filter(({ value }) => value.panelId === panel.id)
    const listed = new Set(
      reveals.flatMap(({ value }) => [...value.opinionIds, ...value.commitments.map(({ recordId }) => recordId)]),
    )
    const isBeyond = (row: { readonly recordId: string }): boolean => reveals.length > 0 && !listed.has(row.recordId)
    const commitments = own(rows.opinionCommitments)
      .toSorted((a, b) => a.value.opinionVersion - b.value.opinionVersion || (a.stamp < b.stamp ? -1 : 1))
      .map((row) => ({ row, check: checkCommitment(row, opinions, rows.opinionSalts), isLate: isBeyond(row) }))
    const isInTime = (opinion: Row<'expertOpinions'>): boolean =>
      !isBeyond(opinion) || holdsOf(opinion, commitments).some((line) => !line.isLate)
    const closed = isClosed(panel, reveals)
    const newest = opinions.at(-1) ?? null
    const first = opinions[0] ?? null
    return {
      expertId,
      dossierId,
      state: stateOf(commitments, newest, closed),
      commitments,
      isClosed: closed && newest !== null,
      newest,
      isLate: first === null ? commitments.length > 0 && commitments.every((line) => line.isLate) : !isInTime(first),
      changes: closed
        ? []
        : changesOf(opinions, { commitments, isOpened: reveals.length > 0, returns: own(rows.returns), isInTime }),
    }
  })
}

function stateOf(
  commitments: readonly CommitmentLine[],
  newest: Row<'expertOpinions'> | null,
  closed: boolean,
): OpinionState {
  if (commitments.some(({ check }) => differs(check))) return 'mismatch'
  if (newest === null) return commitments.length === 0 ? 'none' : 'committed'
  if (closed) return 'closed'
  if (holdsOf(newest, commitments).length > 0) return 'opened'
  return commitments.some(({ check }) => check === 'matches') ? 'changed' : 'uncommitted'
}

/** Compares what was promised with what came, as far as it came. */
export function checkCommitment(
  { author, value }: Pick<Row<'opinionCommitments'>, 'author' | 'value'>,
  opinions: readonly Pick<Row<'expertOpinions'>, 'author' | 'recordId' | 'value'>[],
  salts: readonly Pick<Row<'opinionSalts'>, 'author' | 'value'>[],
): CommitmentCheck {
  const slot = opinionSlotOf(value)
  const sealed = opinions.find((row) => opinionSlotOf({ ...row.value, opinionVersion: row.value.version }) === slot)
  if (sealed === undefined) {
    const isSkipped = opinions.some((row) => row.value.version > value.opinionVersion)
    return isSkipped ? 'skipped' : 'awaited'
  }
  if (sealed.author !== author) return 'other-desk'
  const salt = salts.find((row) => row.author === author && opinionSlotOf(row.value) === slot)
  if (salt === undefined) return 'no-salt'
  return commitmentOf(salt.value.salt, sealed.recordId) === value.commitment ? 'matches' : 'other-content'
}

/** Commitments that the very words of an opinion keep. */
const holdsOf = (opinion: Row<'expertOpinions'>, commitments: readonly CommitmentLine[]): readonly CommitmentLine[] =>
  commitments.filter(({ row, check }) => check === 'matches' && row.value.opinionVersion === opinion.value.version)

function changesOf(
  opinions: readonly Row<'expertOpinions'>[],
  {
    commitments,
    isOpened,
    returns,
    isInTime,
  }: Pick<OpinionStanding, 'commitments'> & {
    readonly isOpened: boolean
    readonly returns: readonly Row<'returns'>[]
    readonly isInTime: (opinion: Row<'expertOpinions'>) => boolean
  },
): readonly OpinionChange[] {
  const since = isOpened ? 0 : (commitments[0]?.row.value.opinionVersion ?? Infinity)
  return opinions.slice(1).flatMap((to, index) => {
    const from = opinions[index]
    if (from === undefined || from.value.version < since) return []
    const returned = returns
      .filter(({ stamp }) => stamp > from.stamp && stamp < to.stamp)
      .toSorted((a, b) => (a.stamp < b.stamp ? -1 : 1))
      .at(-1)
    const line = commitments.find(({ row }) => row.value.opinionVersion === from.value.version)
    return [
      {
        from,
        to,
        commitment: line?.row.value.commitment ?? null,
        parts: changedParts(from.value, to.value),
        returned: returned?.value ?? null,
        isAfterReveal: isOpened && !isInTime(to),
      },
    ]
  })
}
