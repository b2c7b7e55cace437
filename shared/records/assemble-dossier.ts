import type { BatchId, DossierId, PanelId } from '../domain/ids'
import type { DossierFile } from '../domain/dossier'
import { dossierFormat } from '../domain/dossier'
import { campaignOfDossier, type CampaignOfDossier } from '../domain/campaign'
import type { JudgedVersion } from '../domain/judged-version'
import { saysTheSame } from '../domain/judging'
import { isLive, type Evaluation, type PilotTerm } from '../domain/pilot'
import type { PilotProceedings, Proceedings } from '../domain/proceedings'
import type { SealingRound } from '../domain/sealing-round'
import { firstStatus, type DossierStatus } from '../domain/status'
import { ancestorsOf } from './ancestors'
import { applicationRounds, type ApplicationRound } from './application-rounds'
import { panelOfDossier, panelsSince } from './dossier-panels'
import { inOrder, saidOf, type DossierRows } from './dossier-rows'
import { rowOfExpert } from './kinds/kind'
import { asHandled, handlingOf, type DossierVersion } from './handled-versions'
import { openOpinions, opinionStandings, type OpinionStanding } from './opinion-standing'
import type { Row } from './projection'
import { recusalsToRenew, withHash } from './recusal-versions'
import { sealingRoundOf } from './sealing-round'

export type AssembledDossier = {
  /**
   * What stands of the present application: what was judged in an earlier round is not in it. Its content is read
   * together with how the office handles it, which no version and no hash contains.
   */
  readonly file: DossierFile
  /** Of the newest version as it is kept: never computed from the content of `file`. */
  readonly contentHash: string
  /** The handling is on record by itself; in dossiers of older programs the versions say it. */
  readonly isHandlingRecorded?: boolean
  readonly status: DossierStatus
  /** Sealed opinions on an older version or other content than the latest (note 36, 37). */
  readonly staleOpinionIds: readonly string[]
  /** Where each member's opinion stands, in the order of the panel: handed in, closed, opened, as promised or not. */
  readonly standings: readonly OpinionStanding[]
  /** The same as papers print it; null where opinions were not sealed ahead. */
  readonly sealing: SealingRound | null
  /** The versions that are at hand, the oldest first: the newest, and every one that an act may have judged. */
  readonly versions: readonly DossierVersion[]
  /** Every application, the present one last. */
  readonly rounds: readonly ApplicationRound[]
  /** Of the opinion that a panel would seal next, counted over all panels and rounds. */
  readonly nextOpinionVersion: number
}

/** `panelId`: everything is asked of this panel; else of the one that `panelOfDossier` tells. */
export type Asked = { readonly panelId?: PanelId | null }

/**
 * Puts a dossier and everything that happened to it together from rows. `null` if no version was ever saved. Opinions
 * of a panel that is still closed are left out.
 */
export function assembleDossier(
  dossierId: DossierId,
  given: DossierRows,
  { panelId = null }: Asked = {},
): AssembledDossier | null {
  const rows = inOrder(given)
  const versions = rows.dossierVersions.toSorted((a, b) => a.value.version - b.value.version)
  const latest = versions.at(-1)
  if (latest === undefined) return null
  const { version, regulationVersionId, contentHash } = latest.value
  const handlings = saidOf(rows, 'handlings')
  const content = asHandled(latest, versions, handlings)
  const rounds = applicationRounds(rows.statuses[0], saidOf(rows, 'statuses'))
  const from = rounds.at(-1)?.from ?? null
  const isOfRound = ({ stamp }: { readonly stamp: string }): boolean => from === null || stamp > from
  const panels = panelsSince(rows, dossierId, from)
  const panelOpinions = rows.panelOpinions.filter(
    (row) =>
      isOfRound(row) &&
      (panelId === null || row.value.panelId === panelId) &&
      // A panel of an earlier round gives no opinion in this one, whatever it seals.
      (from === null || panels.some(({ value }) => value.id === row.value.panelId)),
  )
  const panel = panelOfDossier(panels, panelOpinions, panelId)
  const isOfPanel = ({ value }: { readonly value: { readonly panelId: string } }): boolean =>
    panelId !== null ? value.panelId === panelId : panel === null ? from === null : value.panelId === panel.id
  const allOpinions = newestOpinionRows(
    openOpinions(
      rows.expertOpinions,
      rows.panels.map((row) => row.value),
      rows.opinionReveals,
    ),
  )
  const opinions = allOpinions.filter(isOfPanel)
  const standings = panel === null ? [] : opinionStandings(panel, dossierId, rows)
  const panelOpinion = newest(panelOpinions, (row) => row.value.version)
  const seen = seenVersions(versions)
  const published = termRows(rows).filter(isOfRound).at(-1) ?? null
  const presentHashes = standingHashes(latest, versions, published)
  const { successions = [] } = handlingOf(latest, versions, handlings) ?? {}
  const atHand = versions.map((row) => ({
    version: row.value.version,
    contentHash: row.value.contentHash,
    content: asHandled(row, versions, handlings),
  }))
  const declarations = rows.recusalDeclarations.filter(isOfPanel).map((row) => withHash(row.value, atHand))
  const decisions = rows.recusalDecisions.filter(isOfPanel).map((row) => withHash(row.value, atHand))
  const toRenew = recusalsToRenew(declarations, decisions, { content, presentHashes }, atHand)
  const proceedings: Proceedings = {
    receivedOn: latest.value.receivedOn,
    filingDecision: withoutDossierId(rows.filingDecisions[0]?.value ?? null),
    lastMove: lastMoveOf(rows.statuses[0]?.value),
    presentHashes,
    ...(successions.length > 0 && { successions }),
    judgements: rows.ruleJudgements
      .filter((row) => isOfRound(row) || isOfFiling(row.value.ruleId))
      .map((row) => ({ ...withoutDossierId(row.value), ...seen(row, row.value) })),
    overrides: rows.ruleOverrides
      .filter((row) => isOfRound(row) || isOfFiling(row.value.ruleId))
      .map((row) => ({ ...withoutDossierId(row.value), ...seen(row, row.value) })),
    divisionOpinions: rows.divisionOpinions.filter(isOfRound).map((row) => ({
      ...row.value.opinion,
      ...seen(row, row.value),
      confirmations: confirmationsOf(row, rows.divisionConfirmations),
    })),
    panel,
    ...(toRenew.length > 0 && { recusalsToRenew: [...toRenew] }),
    recusalDeclarations: declarations,
    recusalDecisions: decisions,
    expertOpinions: opinions.map((row) => row.value),
    panelOpinion: panelOpinion?.value ?? null,
    reviewConfirmations: rows.reviewConfirmations
      .filter(({ stamp }) => panelOpinion !== undefined && stamp > panelOpinion.stamp)
      .map((row) => row.value.confirmation),
    consultation:
      rows.consultations
        .filter(isOfRound)
        .map((row) => ({ ...row.value.consultation, ...seen(row, row.value.consultation) }))[0] ?? null,
    ...batchesOf(rows.batches.filter((row) => row.value.status === 'open' || isOfRound(row))),
    ...pilotProceedingsOf(rows, isOfRound),
    revocation: rows.revocations.find(isOfRound)?.value.revocation ?? null,
    priorRevocations: rows.priorRevocations.map((row) => row.value.revocation),
    endedAlliances: [...rows.ended],
  }
  return {
    file: { format: dossierFormat, id: dossierId, version, regulationVersionId, content, proceedings },
    contentHash,
    isHandlingRecorded: rows.handlings.length > 0,
    status: rows.statuses[0]?.value.to ?? firstStatus,
    staleOpinionIds:
      published === null
        ? opinions.filter((row) => !presentHashes.includes(row.value.dossierHash)).map((row) => row.recordId)
        : [],
    standings,
    sealing: panel === null ? null : sealingRoundOf(panel.id, standings, rows.opinionReveals),
    versions: atHand,
    rounds,
    nextOpinionVersion: Math.max(0, ...rows.panelOpinions.map((row) => row.value.version)) + 1,
  }
}

/** Rows that say what happened since a dossier is a pilot; `earlier`: terms that others took the place of. */
export type PilotRows = Pick<
  DossierRows,
  'pilotTerms' | 'annualReports' | 'campaigns' | 'campaignExtensions' | 'campaignReturns' | 'changes' | 'evaluations'
> & {
  readonly earlier?: Pick<DossierRows['earlier'], 'pilotTerms'>
}

/** What happened since a dossier is a pilot, out of its rows; of the rows that belong to its present application. */
export const pilotProceedingsOf = (
  given: PilotRows,
  isOfRound: (row: { readonly stamp: string }) => boolean = () => true,
): PilotProceedings => {
  const rows = inOrder(given)
  return {
    ...termsOf(rows, isOfRound),
    annualReports: rows.annualReports.map((row) => row.value.report).sort((a, b) => a.year - b.year),
    ...campaignsOf(rows),
    changes: rows.changes.map((row) => row.value.change),
    evaluations: evaluationsOf(rows)
      .filter(isOfRound)
      .map(({ evaluation }) => evaluation),
  }
}

/**
 * Rounds that ask a dossier, the earliest first; a campaign is of many dossiers, what was granted and handed in of one.
 */
function campaignsOf(rows: PilotRows): Pick<PilotProceedings, 'campaigns'> {
  const campaigns = rows.campaigns
    .flatMap(({ value }): CampaignOfDossier[] => {
      const isOfIt = (row: { readonly value: { readonly campaignId: string } }) => row.value.campaignId === value.id
      const extension = rows.campaignExtensions.find(isOfIt)?.value.extension ?? null
      const returned = rows.campaignReturns.find(isOfIt)?.value.returned ?? null
      const known = campaignOfDossier(value, extension, returned)
      return known === null ? [] : [known]
    })
    .sort((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0))
  return campaigns.length === 0 ? {} : { campaigns }
}

/** Of every expert the opinion with the highest version. */
export function newestOpinionRows(rows: readonly Row<'expertOpinions'>[]): readonly Row<'expertOpinions'>[] {
  const byExpert = new Map<string, Row<'expertOpinions'>>()
  for (const row of rows) {
    const key = rowOfExpert(row.value)
    const present = byExpert.get(key)
    if (present === undefined || present.value.version < row.value.version) byExpert.set(key, row)
  }
  return [...byExpert.values()]
}

/** Articles 1-7 are about filing, which is no part of an application: what was judged of it holds in every round. */
const isOfFiling = (ruleId: string): boolean => ruleId < 'R08'

/**
 * The version that an act saw: as its record says; in records that say nothing, the newest version that was there
 * before it by the order of records, which is where its author stood unless desks had not met.
 */
const seenVersions =
  (versions: readonly VersionRow[]) =>
  ({ stamp }: { readonly stamp: string }, said: JudgedVersion): JudgedVersion => {
    const { dossierVersion, dossierHash } = said
    if (dossierHash !== undefined) return { ...(dossierVersion !== undefined && { dossierVersion }), dossierHash }
    const before = newest(
      versions.filter((row) => row.stamp < stamp),
      (row) => row.value.version,
    )
    return before === undefined ? {} : { dossierVersion: before.value.version, dossierHash: before.value.contentHash }
  }

type VersionRow = Row<'dossierVersions'>

/**
 * Hashes of the versions for which an act stands: those that say in substance what the newest says. Once it was
 * published, what was judged of the published version stands as it was published, and what changes in the years of the
 * pilot undoes none of it.
 */
function standingHashes(
  latest: VersionRow,
  versions: readonly VersionRow[],
  published: { readonly stamp: string } | null,
) {
  if (published === null) return hashesLike(latest, versions)
  const issued = versions.findLast(({ stamp }) => stamp < published.stamp) ?? latest
  const later = versions.filter(({ value }) => value.version >= issued.value.version)
  return [...new Set([...hashesLike(issued, versions), ...later.map(({ value }) => value.contentHash)])]
}

const hashesLike = (one: VersionRow, versions: readonly VersionRow[]): string[] => [
  ...new Set(
    versions
      .filter(
        ({ value }) => value.contentHash === one.value.contentHash || saysTheSame(value.content, one.value.content),
      )
      .map(({ value }) => value.contentHash),
  ),
]

const confirmationsOf = (
  { stamp, value: { opinion } }: Row<'divisionOpinions'>,
  rows: readonly Row<'divisionConfirmations'>[],
) =>
  rows
    .filter((row) => row.stamp > stamp)
    .filter(({ value }) => value.kind === opinion.kind && value.divisionId === opinion.divisionId)
    .map((row) => row.value.confirmation)

/** The present term and those before it: a re-registered one was set upon the one that it follows (Art. 17). */
function termsOf(
  rows: PilotRows,
  isOfRound: (row: Row<'pilotTerms'>) => boolean,
): Pick<Proceedings, 'pilotTerm' | 'earlierTerms'> {
  const [present, ...before] = termRows(rows).filter(isOfRound)
  if (present === undefined) return { pilotTerm: null }
  const earlierTerms = before.map((row) => row.value.term).toReversed()
  return { pilotTerm: present.value.term, ...(earlierTerms.length > 0 && { earlierTerms }) }
}

/** Terms with the row that set each, the present one first. */
function termRows(rows: PilotRows): readonly Row<'pilotTerms'>[] {
  const present = rows.pilotTerms[0]
  if (present === undefined) return []
  const line = [present]
  let last: PilotTerm = present.value.term
  for (const row of ancestorsOf(present, [...(rows.earlier?.pilotTerms ?? []), present]).toReversed()) {
    const { term } = row.value
    // The same term said again, or one that was corrected before the next followed it.
    if (last.kind !== 're-registered' || term.to >= last.to) continue
    line.push(row)
    last = term
  }
  return line
}

/**
 * Evaluations in the order of their cycles, each with the term that it is of: by its record, else by the order of
 * records.
 */
function evaluationsOf(rows: PilotRows): readonly { readonly stamp: string; readonly evaluation: Evaluation }[] {
  const terms = termRows(rows)
  return rows.evaluations
    .toSorted((a, b) => a.value.cycle - b.value.cycle)
    .map(({ stamp, value: { evaluation } }) => {
      const term = terms.find((row) => row.stamp < stamp)?.value.term
      const termFrom = evaluation.termFrom ?? term?.from
      return { stamp, evaluation: { ...evaluation, ...(termFrom !== undefined && { termFrom }) } }
    })
}

function batchesOf(rows: readonly Row<'batches'>[]): Pick<Proceedings, 'publication' | 'otherOpenBatchIds'> {
  const live = rows.map((row) => row.value).filter(isLive)
  const main = live.find((batch) => batch.status === 'published') ?? live[0]
  const others: BatchId[] = live.filter((batch) => batch !== main && batch.status === 'open').map((batch) => batch.id)
  return {
    publication: main === undefined ? null : { batchId: main.id, notice: main.notice },
    otherOpenBatchIds: others,
  }
}

function lastMoveOf(move: Row<'statuses'>['value'] | undefined): Proceedings['lastMove'] {
  if (move === undefined) return null
  const { action, from, on, note, until, paper } = move
  return { action, from, on, note, ...(until !== undefined && { until }), ...(paper !== undefined && { paper }) }
}

function newest<T>(rows: readonly T[], by: (row: T) => string | number): T | undefined {
  return rows.reduce<T | undefined>((best, row) => (best === undefined || by(row) > by(best) ? row : best), undefined)
}

function withoutDossierId<T extends { readonly dossierId: string } | null>(
  value: T,
): T extends null ? null : Omit<NonNullable<T>, 'dossierId'> {
  if (value === null) return null as never
  return Object.fromEntries(Object.entries(value).filter(([key]) => key !== 'dossierId')) as never
}
