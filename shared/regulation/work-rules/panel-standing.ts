import type { DossierId, ExpertId } from '../../domain/ids'
import type { Panel, RecusalDecision, RecusalDeclaration } from '../../domain/panel'
import { recusedExperts } from '../../domain/tally'
import { foldName } from '../../lib/names'

/**
 * What a panel must be, one by one; names the message `panel.<key>`. All of it is work rule (工作规则), none of it statute.
 */
export const panelChecks = [
  'size',
  'odd',
  'attendance',
  'min-present',
  'present-share',
  'same-unit',
  'law',
  'finance',
  'leader',
  'declarations',
  'recusal-version',
  'recusal-decisions',
] as const
export type PanelCheckKey = (typeof panelChecks)[number]

export type PanelCheck = {
  readonly key: PanelCheckKey
  readonly ok: boolean
  /** What was counted, beside what is wanted; `null` where nothing is counted. */
  readonly actual: number | null
  readonly wanted: number | null
  /** Experts it is about: without declaration, undecided, or too many of one unit. */
  readonly expertIds: readonly ExpertId[]
}

export type PanelStanding = { readonly stands: boolean; readonly checks: readonly PanelCheck[] }

/**
 * Whether a panel may judge one dossier: size and oddness of those invited, presence, quorum and composition of those
 * not recused. `toRenew`: experts whose word on recusal is of a version that named fewer. Before attendance is taken
 * the composition is looked at among those invited, and the panel does not stand yet.
 */
export function panelStanding(
  panel: Panel,
  dossierId: DossierId,
  recusalDecisions: readonly RecusalDecision[],
  recusalDeclarations: readonly RecusalDeclaration[],
  toRenew: readonly ExpertId[] = [],
): PanelStanding {
  const isOurs = (item: RecusalDecision | RecusalDeclaration) =>
    item.panelId === panel.id && item.dossierId === dossierId
  const recused = recusedExperts(panel, dossierId, recusalDecisions)
  const decided = new Set(recusalDecisions.filter(isOurs).map((item) => item.expertId))
  const declarations = recusalDeclarations.filter(isOurs)
  const { rules, members } = panel
  const attendanceTaken = members.length > 0 && members.every((member) => member.present !== null)
  const invited = members.filter((member) => !recused.has(member.expertId))
  const present = invited.filter((member) => member.present === true)
  const acting = new Set((attendanceTaken ? present : invited).map((member) => member.expertId))
  const invitedExperts = panel.experts.filter((expert) => members.some((member) => member.expertId === expert.id))
  const actingOf = (specialty: 'law' | 'finance') =>
    invitedExperts.filter((expert) => expert.specialty === specialty && acting.has(expert.id)).length
  const [numerator, denominator] = rules.presentShare
  const undeclared = [...acting].filter((id) => !declarations.some((item) => item.expertId === id && item.pledged))
  const outdated = toRenew.filter((id) => acting.has(id))
  const undecided = declarations
    .filter((item) => item.answers.some((answer) => answer.exists) && !decided.has(item.expertId))
    .map((item) => item.expertId)
  const crowd = largestUnit(invitedExperts.map(({ id, unitName }) => ({ id, unit: foldName(unitName) })))
  const size = members.length
  const plain = (key: PanelCheckKey, ok: boolean, actual: number | null = null, wanted: number | null = null) => ({
    key,
    ok,
    actual,
    wanted,
    expertIds: [],
  })

  const checks: PanelCheck[] = [
    plain(
      'size',
      size >= rules.minSize && size <= rules.maxSize,
      size,
      size < rules.minSize ? rules.minSize : rules.maxSize,
    ),
    plain('odd', !rules.oddSize || size % 2 === 1, size),
    plain('attendance', attendanceTaken),
    plain('min-present', present.length >= rules.minPresent, present.length, rules.minPresent),
    plain(
      'present-share',
      denominator * present.length >= numerator * invited.length,
      present.length,
      Math.ceil((numerator * invited.length) / denominator),
    ),
    {
      ...plain('same-unit', crowd.length <= rules.maxSameUnit, crowd.length, rules.maxSameUnit),
      expertIds: crowd.length <= rules.maxSameUnit ? [] : crowd,
    },
    plain('law', !rules.requireLaw || actingOf('law') >= 1, actingOf('law'), 1),
    plain('finance', !rules.requireFinance || actingOf('finance') >= 1, actingOf('finance'), 1),
    plain(
      'leader',
      members.some((member) => member.expertId === panel.leaderExpertId && member.present === true),
    ),
    {
      ...plain('declarations', undeclared.length === 0, acting.size - undeclared.length, acting.size),
      expertIds: undeclared,
    },
    {
      ...plain('recusal-version', outdated.length === 0, outdated.length === 0 ? null : outdated.length),
      expertIds: outdated,
    },
    { ...plain('recusal-decisions', undecided.length === 0, undecided.length, 0), expertIds: undecided },
  ]
  return { stands: checks.every((check) => check.ok), checks }
}

function largestUnit(experts: readonly { readonly id: ExpertId; readonly unit: string }[]): readonly ExpertId[] {
  let largest: readonly ExpertId[] = []
  for (const { unit } of experts) {
    const group = experts.filter((expert) => expert.unit === unit).map(({ id }) => id)
    if (group.length > largest.length) largest = group
  }
  return largest
}
