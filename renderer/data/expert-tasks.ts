import { isOutByRecusal, lockStanding, type DossierNames, type LockStanding } from '@shared/domain/dossier-lock'
import type { DossierId, ExpertId, PanelId } from '@shared/domain/ids'
import type { Expert, Panel } from '@shared/domain/panel'
import { newestOpinionRows } from '@shared/records/assemble-dossier'
import type { Row } from '@shared/records/projection'
import { rowIdOf } from '@shared/records/row-id'
import { deskDatabase } from './desk'

/** One dossier that the person at this desk was asked to judge, with what he or she has done about it. */
export type ExpertTask = {
  readonly panelId: PanelId
  readonly expertId: ExpertId
  readonly dossierId: DossierId
  readonly assignment: Row<'assignments'>
  readonly panel: Panel | null
  /** The roster's line of the person; null if the panel did not travel along. */
  readonly expert: Expert | null
  /** The newest version of the dossier that is open here; null while it is locked. */
  readonly version: Row<'dossierVersions'> | null
  /** What may be known before the declaration: out of the dossier, or of the lock before it. */
  readonly names: DossierNames
  /** The newest lock that the dossier came under, and where it stands. */
  readonly lock: { readonly row: Row<'dossierLocks'>; readonly standing: LockStanding } | null
  readonly declaration: Row<'recusalDeclarations'> | null
  readonly decision: Row<'recusalDecisions'> | null
  /** The newest sealed opinion. */
  readonly opinion: Row<'expertOpinions'> | null
  /** The division handed that opinion back. */
  readonly returned: Row<'returns'> | null
  /** What hashes of that opinion are made with; null if an older version of this program sealed it. */
  readonly salt: Row<'opinionSalts'> | null
  /** The hash of that opinion, made to be sent ahead. */
  readonly commitment: Row<'opinionCommitments'> | null
  /** The newest export that carries that hash and no opinion. */
  readonly committed: Row<'bundleExports'> | null
  /** The newest export that carries the declaration and the opinion as they stand. */
  readonly exported: Row<'bundleExports'> | null
  /** 会签: the panel's opinion came here to be signed. */
  readonly round: Row<'countersignRounds'> | null
  /** What this person answered in that round. */
  readonly countersignature: Row<'countersignatures'> | null
}

/** A task whose dossier is open on this desk. */
export type OpenTask = ExpertTask & { readonly version: Row<'dossierVersions'> }

export const isOpenTask = (task: ExpertTask): task is OpenTask => task.version !== null

/** 未声明 / 已回避 / 待打开 / 已锁闭 / 审阅中 / 已封存 / 已交哈希 / 已导出. */
export const taskStates = [
  'undeclared',
  'recused',
  'opening',
  'destroyed',
  'reviewing',
  'sealed',
  'committed',
  'exported',
] as const
export type TaskState = (typeof taskStates)[number]

/** Whether the dossier stays closed to this expert: a declared ground, unless the division decided otherwise. */
export const isRecused = ({ declaration, decision }: ExpertTask): boolean =>
  isOutByRecusal(declaration?.value ?? null, decision?.value ?? null)

/** Where a task stands; `hasDraft` says whether an opinion (or its correction) is being written. */
export function taskState(task: ExpertTask, hasDraft: boolean): TaskState {
  if (task.declaration === null) return 'undeclared'
  if (isRecused(task)) return 'recused'
  if (task.lock?.standing === 'may-open') return 'opening'
  if (task.version === null) return 'destroyed'
  if (task.opinion === null || hasDraft || task.returned !== null) return 'reviewing'
  if (task.exported !== null) return 'exported'
  return task.committed === null ? 'sealed' : 'committed'
}

export const draftKeyOf = ({ panelId, dossierId }: Pick<ExpertTask, 'panelId' | 'dossierId'>): string =>
  `opinion/${panelId}/${dossierId}`

/** Every assigned dossier, in the order of the assignments; panels by day, dossiers as the division listed them. */
export async function listExpertTasks(): Promise<readonly ExpertTask[]> {
  const assignments = await deskDatabase().rows('assignments').toArray()
  assignments.sort((a, b) => (a.stamp < b.stamp ? -1 : 1))
  const tasks = await Promise.all(
    assignments.flatMap((assignment) =>
      assignment.value.dossierIds.map((dossierId) => loadTask(assignment, dossierId)),
    ),
  )
  return tasks.filter((task) => task !== null)
}

/** Every version of an opinion that was sealed here, the newest first. */
export async function listOwnOpinions(
  of: Pick<ExpertTask, 'panelId' | 'dossierId' | 'expertId'>,
): Promise<readonly Row<'expertOpinions'>[]> {
  const rows = await deskDatabase().rows('expertOpinions').where('value.dossierId').equals(of.dossierId).toArray()
  return rows
    .filter(({ value }) => value.panelId === of.panelId && value.expertId === of.expertId)
    .sort((a, b) => b.value.version - a.value.version)
}

async function loadTask(assignment: Row<'assignments'>, dossierId: DossierId): Promise<ExpertTask | null> {
  const db = deskDatabase()
  const { panelId, expertId } = assignment.value
  const about = { panelId, dossierId, expertId }
  const [versions, panel, lock, declaration, decision, opinions, returns, exports, rounds, commitments] =
    await Promise.all([
      db.rows('dossierVersions').where('value.dossierId').equals(dossierId).toArray(),
      db.rows('panels').get(panelId),
      db.rows('dossierLocks').get(rowIdOf('dossier.locked', about)),
      db.rows('recusalDeclarations').get(rowIdOf('recusal.declared', about)),
      db.rows('recusalDecisions').get(rowIdOf('recusal.decided', about)),
      db.rows('expertOpinions').where('value.dossierId').equals(dossierId).toArray(),
      db.rows('returns').where('value.dossierId').equals(dossierId).toArray(),
      db.rows('bundleExports').where('value.dossierIds').equals(dossierId).toArray(),
      db.rows('countersignRounds').where('value.dossierId').equals(dossierId).toArray(),
      db.rows('opinionCommitments').where('value.dossierId').equals(dossierId).toArray(),
    ])
  const version = newest(versions, (row) => String(row.value.version).padStart(9, '0'))
  const names = version?.value.content ?? lock?.value.names
  if (names === undefined) return null
  const mine = (row: { readonly value: { readonly panelId: string; readonly expertId: string } }) =>
    row.value.panelId === panelId && row.value.expertId === expertId
  const opinion = newestOpinionRows(opinions.filter(mine))[0] ?? null
  const returned = newest(returns.filter(mine), (row) => row.stamp)
  const salt = opinion === null ? undefined : await db.rows('opinionSalts').get(opinion.id)
  const commitment = newest(
    commitments.filter(mine).filter((row) => row.value.opinionVersion === opinion?.value.version),
    (row) => row.stamp,
  )
  const bundles = exports.filter((row) => row.value.kind === 'opinion')
  const lastWord = [declaration?.stamp ?? '', opinion?.stamp ?? ''].sort().at(-1) ?? ''
  const exported = newest(
    bundles.filter((row) => row.stamp > lastWord && (opinion === null || row.value.onlyCommitments !== true)),
    (row) => row.stamp,
  )
  const committed = newest(
    bundles.filter((row) => commitment !== null && row.stamp > commitment.stamp && row.value.onlyCommitments === true),
    (row) => row.stamp,
  )
  const round = newest(
    rounds.filter((row) => row.value.panelId === panelId),
    (row) => String(row.value.opinionVersion).padStart(9, '0'),
  )
  const answered =
    round === null
      ? undefined
      : await db.rows('countersignatures').get(rowIdOf('panel-opinion.signed', { ...round.value, expertId }))
  const settlement = lock === undefined ? undefined : await db.rows('lockSettlements').get(lock.value.lockId)
  return {
    panelId,
    expertId,
    dossierId,
    assignment,
    panel: panel?.value ?? null,
    expert: panel?.value.experts.find((expert) => expert.id === expertId) ?? null,
    version,
    names,
    lock:
      lock === undefined
        ? null
        : {
            row: lock,
            standing: lockStanding(settlement?.value ?? null, declaration?.value ?? null, decision?.value ?? null),
          },
    declaration: declaration ?? null,
    decision: decision ?? null,
    opinion,
    returned: returned !== null && opinion !== null && returned.stamp > opinion.stamp ? returned : null,
    salt: salt ?? null,
    commitment,
    committed,
    exported,
    round,
    countersignature: answered ?? null,
  }
}

function newest<T>(rows: readonly T[], by: (row: T) => string): T | null {
  return rows.reduce<T | null>((best, row) => (best === null || by(row) > by(best) ? row : best), null)
}
