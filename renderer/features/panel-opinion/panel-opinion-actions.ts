import { gapAt } from '@shared/acts/act'
import {
  confirmReviewOf,
  opinionsOnDossier,
  panelOpinionAsTyped,
  panelOpinionToSeal,
  sealPanelOpinion,
  type OpinionDraft,
  type SealRefusal,
} from '@shared/acts/seal-panel-opinion'
import type { CalendarDate } from '@shared/domain/date'
import type { ExpertId } from '@shared/domain/ids'
import type { ExpertOpinion, Panel, PanelOpinion } from '@shared/domain/panel'
import { computeTally } from '@shared/domain/tally'
import { canonicalJson } from '@shared/lib/canonical-json'
import { err, type Result } from '@shared/lib/result'
import { loadCase, type DossierCase } from '@renderer/data/cases'
import { append } from '@renderer/data/desk'
import { panelOpinionAsked } from '@shared/acts/paper-facts'
import { loadDocumentFacts } from '@renderer/data/document-facts'
import { loadOpinionRows } from '@renderer/data/panels'
import { ActRefused } from '@renderer/platform/act-refused'

export const emptyOpinion: OpinionDraft = {
  items: {},
  problems: '',
  suggestions: '',
  conclusion: null,
  refusals: [],
  signedOn: null,
}

/** A correction begins with what was sealed. */
export const draftOfOpinion = (sealed: PanelOpinion): OpinionDraft => ({
  items: Object.fromEntries(
    sealed.items.map(({ criterionId, verdict, reason, evidence }) => [criterionId, { verdict, reason, evidence }]),
  ),
  problems: sealed.problems,
  suggestions: sealed.suggestions,
  conclusion: sealed.conclusion,
  refusals: sealed.refusals,
  signedOn: sealed.signedOn,
})

/** Each expert's newest sealed opinion on this dossier. */
export const opinionsOf = ({ file }: DossierCase, panel: Panel): ReadonlyMap<ExpertId, ExpertOpinion> =>
  opinionsOnDossier(file, panel)

export const tallyOf = (dossier: DossierCase, panel: Panel) =>
  computeTally(
    panel,
    dossier.file.id,
    dossier.file.proceedings.recusalDecisions,
    dossier.file.proceedings.expertOpinions,
  )

/** The opinion as it would be sealed over what stands on the desk this very moment. */
export async function prepareSeal(
  shown: DossierCase,
  panel: Panel,
  draft: OpinionDraft,
  createdAt: string,
): Promise<Result<PanelOpinion, SealRefusal>> {
  const dossier = await loadCase(shown.file.id, shown.facts.today, { panelId: panel.id })
  if (dossier === null) return err({ missing: [], gaps: [gapAt(null, 'not-offered')] })
  const [facts, rows] = await Promise.all([
    loadDocumentFacts(dossier, createdAt, panelOpinionAsked, {
      meant: { panel, panelOpinion: panelOpinionAsTyped(dossier.file, panel, draft) },
    }),
    loadOpinionRows(panel.id, dossier.file.id),
  ])
  const counted = rows.map((row) => row.recordId)
  const { nextOpinionVersion } = dossier
  return panelOpinionToSeal({ ...facts, today: dossier.facts.today, nextOpinionVersion }, panel, draft, counted)
}

/**
 * Seals the panel's opinion that was read back, once, and only if it is still what the draft makes.
 * @throws ActRefused with what came in its way meanwhile
 */
export async function sealOpinion(
  shown: DossierCase,
  panel: Panel,
  draft: OpinionDraft,
  readBack: PanelOpinion,
  createdAt: string,
): Promise<void> {
  const decided = await prepareSeal(shown, panel, draft, createdAt)
  if (!decided.ok) {
    throw new ActRefused(decided.error.gaps.length > 0 ? decided.error.gaps : [gapAt(null, 'not-offered')])
  }
  if (canonicalJson(decided.value) !== canonicalJson(readBack)) throw new ActRefused([gapAt(null, 'not-offered')])
  await append(...sealPanelOpinion(decided.value))
}

/** A person confirms that a panel's opinion holds for the present version (note 37). */
export async function confirmReview(dossier: DossierCase, note: string, by: string, on: CalendarDate): Promise<void> {
  await append(...confirmReviewOf(dossier, { note, by, on }))
}
