import { dossierContentHash, type DossierContent } from '../../domain/dossier'
import type { ExpertOpinion, Panel, PanelOpinion, Tally } from '../../domain/panel'
import type { Proceedings } from '../../domain/proceedings'
import { computeTally, countedOpinions, majorityReached, recusedExperts } from '../../domain/tally'
import { contrary, fact, missing, type Evidence } from '../evidence'
import type { AutomaticRule } from '../rule'

/**
 * Work rule at Art. 12 (note 16): all have voted, the conclusion agrees with the majority, 存在问题 and 改进意见 are filled, a
 * present and unrecused leader signed, dissent stands verbatim, and everything is about the present version of the
 * dossier (note 36, 37).
 */
export const opinionValid: AutomaticRule = {
  id: 'R12-4',
  kind: 'automatic',
  source: { kind: 'work-rule', article: 12 },
  stage: 'panel',
  consequence: 'opinion-void',
  criterionIds: [],
  check: ({ content, proceedings }) => {
    const { panel, panelOpinion: opinion } = proceedings
    if (opinion === null) return { verdict: 'not-applicable', evidence: [] }
    if (panel === null) return { verdict: 'not-met', evidence: [missing('panel')] }
    const { recusalDecisions, expertOpinions } = proceedings
    const tally = computeTally(panel, opinion.dossierId, recusalDecisions, expertOpinions)
    const counted = countedOpinions(panel, opinion.dossierId, recusalDecisions, expertOpinions)
    const evidence = [
      ...voteEvidence(tally, opinion, panel),
      ...textEvidence(opinion),
      ...leaderEvidence(opinion, panel, proceedings),
      ...dissentEvidence(opinion, counted),
      ...versionEvidence(opinion, counted, proceedings, content),
    ]
    return { verdict: evidence.every((item) => item.level === 'fact') ? 'met' : 'not-met', evidence }
  },
}

function voteEvidence(
  tally: Tally,
  { conclusion, tally: recorded }: PanelOpinion,
  { rules }: Panel,
): readonly Evidence[] {
  const reached = majorityReached(tally, rules)
  const passes = conclusion === 'pass' || conclusion === 'pass-after-rework'
  // Sending a dossier back for materials is no verdict on it, so no majority is asked for.
  const agrees = conclusion === 'return-for-materials' || passes === reached
  const same = (Object.keys(tally) as (keyof Tally)[]).every((key) => tally[key] === recorded[key])
  return [
    fact.count('votesAgree', tally.agree),
    fact.count('votesDisagree', tally.disagree),
    fact.count('votesAbstain', tally.abstain),
    (tally.missing === 0 || conclusion === 'return-for-materials' ? fact : contrary).count(
      'votesMissing',
      tally.missing,
    ),
    fact.flag('majorityReached', reached),
    (agrees ? fact : contrary).code('panelConclusion', `conclusion.${conclusion}`),
    ...(same ? [] : [contrary.flag('tallyAsRecorded', false)]),
  ]
}

const textEvidence = ({ problems, suggestions }: PanelOpinion): readonly Evidence[] => [
  ...(problems.trim() === '' ? [missing('opinion.problems')] : []),
  ...(suggestions.trim() === '' ? [missing('opinion.suggestions')] : []),
]

function leaderEvidence(opinion: PanelOpinion, panel: Panel, { recusalDecisions }: Proceedings): readonly Evidence[] {
  const { leaderExpertId, signedOn } = opinion
  const present = panel.members.some((member) => member.expertId === leaderExpertId && member.present === true)
  const recused = recusedExperts(panel, opinion.dossierId, recusalDecisions).has(leaderExpertId)
  return [
    ...(present ? [] : [contrary.flag('leaderPresent', false)]),
    ...(recused ? [contrary.flag('leaderRecused', true)] : []),
    (signedOn < panel.heldOn ? contrary : fact).day('panelOpinionSignedOn', signedOn),
  ]
}

const dissentEvidence = ({ dissents }: PanelOpinion, counted: readonly ExpertOpinion[]): readonly Evidence[] =>
  counted
    .filter(({ dissent }) => dissent.trim() !== '')
    .filter(({ expertId, dissent }) => !dissents.some((item) => item.expertId === expertId && item.text === dissent))
    .map(({ expertId, expertName }) => contrary.text('dissentNotRecorded', expertName, { expertId }))

function versionEvidence(
  opinion: PanelOpinion,
  counted: readonly ExpertOpinion[],
  { reviewConfirmations, presentHashes }: Proceedings,
  content: DossierContent,
): readonly Evidence[] {
  const covered = [opinion.dossierHash, ...reviewConfirmations.map(({ dossierHash }) => dossierHash)]
  // A desk knows its versions; of a dossier in a file there is this one.
  const wanted = presentHashes ?? [dossierContentHash(content)]
  const isCovered = covered.some((hash) => wanted.includes(hash))
  const stale = counted.filter(({ dossierHash }) => dossierHash !== opinion.dossierHash)
  return [
    (isCovered ? fact : contrary).count('opinionOnVersion', opinion.dossierVersion),
    ...stale.map(({ expertId, expertName }) => contrary.text('expertOnOtherVersion', expertName, { expertId })),
  ]
}
