import type { DossierId, ExpertId } from './ids'
import type { ExpertOpinion, Panel, PanelRules, RecusalDecision, Tally } from './panel'

/** Experts of a panel who are recused for one dossier: the last decision on each counts. */
export function recusedExperts(
  panel: Panel,
  dossierId: DossierId,
  decisions: readonly RecusalDecision[],
): ReadonlySet<ExpertId> {
  const last = new Map<ExpertId, RecusalDecision['decision']>()
  for (const item of decisions) {
    if (item.panelId === panel.id && item.dossierId === dossierId) last.set(item.expertId, item.decision)
  }
  return new Set([...last].filter(([, decision]) => decision === 'recused').map(([expertId]) => expertId))
}

/** Each expert's latest version of the opinion on one dossier of a panel; of equal versions the later in the list. */
export function latestOpinions(
  panel: Panel,
  dossierId: DossierId,
  opinions: readonly ExpertOpinion[],
): ReadonlyMap<ExpertId, ExpertOpinion> {
  const latest = new Map<ExpertId, ExpertOpinion>()
  for (const opinion of opinions) {
    if (opinion.panelId !== panel.id || opinion.dossierId !== dossierId) continue
    const known = latest.get(opinion.expertId)
    if (known === undefined || known.version <= opinion.version) latest.set(opinion.expertId, opinion)
  }
  return latest
}

/** Members who vote on one dossier: in the room and not recused. */
const votersOf = (panel: Panel, dossierId: DossierId, decisions: readonly RecusalDecision[]): readonly ExpertId[] => {
  const recused = recusedExperts(panel, dossierId, decisions)
  return panel.members
    .filter((member) => member.present === true && !recused.has(member.expertId))
    .map((member) => member.expertId)
}

/** The opinions that are counted: the latest of each expert who votes on the dossier, in the order of the panel. */
export function countedOpinions(
  panel: Panel,
  dossierId: DossierId,
  recusalDecisions: readonly RecusalDecision[],
  opinions: readonly ExpertOpinion[],
): readonly ExpertOpinion[] {
  const latest = latestOpinions(panel, dossierId, opinions)
  return votersOf(panel, dossierId, recusalDecisions).flatMap((expertId) => latest.get(expertId) ?? [])
}

/**
 * 表决统计 for one dossier (work rule). `present` are those in the room, `recused` those of them who stand aside for this
 * dossier; a recused, absent or uninvited expert's vote never counts, so agree + disagree + abstain + missing = present
 * - recused.
 */
export function computeTally(
  panel: Panel,
  dossierId: DossierId,
  recusalDecisions: readonly RecusalDecision[],
  opinions: readonly ExpertOpinion[],
): Tally {
  const present = panel.members.filter((member) => member.present === true).length
  const voters = votersOf(panel, dossierId, recusalDecisions).length
  const counted = countedOpinions(panel, dossierId, recusalDecisions, opinions)
  const voted = (vote: ExpertOpinion['vote']) => counted.filter((opinion) => opinion.vote === vote).length
  return {
    invited: panel.members.length,
    present,
    recused: present - voters,
    agree: voted('agree'),
    disagree: voted('disagree'),
    abstain: voted('abstain'),
    missing: voters - counted.length,
  }
}

const fractions: Readonly<Record<PanelRules['majority'], readonly [number, number]>> = {
  '1/2': [1, 2],
  '2/3': [2, 3],
  '3/4': [3, 4],
}

/**
 * Whether enough agree (work rule): for 2/3, `3 * agree >= 2 * base`, in integers. The base is those present and not
 * recused; abstentions stay in it unless the rules say otherwise. Nobody voting is no majority.
 */
export function majorityReached(tally: Tally, rules: Pick<PanelRules, 'majority' | 'abstentionsCount'>): boolean {
  const base = majorityBase(tally, rules)
  const [numerator, denominator] = fractions[rules.majority]
  return base > 0 && denominator * tally.agree >= numerator * base
}

/** The denominator of the majority: present, not recused, and abstaining only if abstentions count. */
export const majorityBase = (tally: Tally, rules: Pick<PanelRules, 'abstentionsCount'>): number =>
  tally.present - tally.recused - (rules.abstentionsCount ? 0 : tally.abstain)
