import type { Campaign, CampaignOfDossier } from '@shared/domain/campaign'
import { standingOf, type CampaignStanding } from '@shared/domain/campaign-standing'
import type { Candidate } from '@shared/domain/cohort'
import type { CalendarDate } from '@shared/domain/date'
import type { CampaignId, DossierId } from '@shared/domain/ids'
import type { AnnualReport } from '@shared/domain/pilot'
import { termsOf } from '@shared/domain/pilot-terms'
import { isSampleAlliance } from '@shared/domain/sample'
import { compareNames } from '@shared/lib/names'
import { cohortGroupOf } from '@shared/workflow/cohort-group'
import { deskDatabase } from './desk'
import { bookOf } from './summary-book'

/** Every campaign, the newest year first, within a year the one that began last. */
export async function listCampaigns(): Promise<readonly Campaign[]> {
  const rows = await deskDatabase().rows('campaigns').toArray()
  return rows.map(({ value }) => value).sort((a, b) => b.year - a.year || (a.from < b.from ? 1 : -1))
}

/** Every alliance of the desk that a campaign may ask, and those that it asks whatever became of them. */
export async function loadCandidates(
  today: CalendarDate,
  also: readonly DossierId[] = [],
): Promise<readonly Candidate[]> {
  const db = deskDatabase()
  const [decisions] = await Promise.all([db.rows('filingDecisions').toArray(), db.meta.get('applied')])
  const filed = new Map(decisions.map(({ value }) => [value.dossierId as string, value]))
  const asked = new Set<string>(also)
  return (await bookOf(db).all())
    .flatMap((summary): Candidate[] => {
      const group = cohortGroupOf(summary.status, summary.pilot ?? { pilotTerm: null }, today)
      if (group === null && !asked.has(summary.id)) return []
      const decision = filed.get(summary.id)
      const first = summary.pilot === null ? undefined : termsOf(summary.pilot)[0]
      return [
        {
          dossierId: summary.id,
          name: summary.name,
          names: [summary.name, ...summary.otherNames],
          chairUnit: summary.applicant,
          group,
          fixedOn: first?.from ?? (decision?.decision === 'filed' ? decision.on : summary.filedOn),
          isSample: isSampleAlliance(summary),
        },
      ]
    })
    .sort((a, b) => compareNames(a.name, b.name))
}

/** One line of the board of a campaign. */
export type BoardLine = {
  readonly candidate: Candidate
  readonly campaign: CampaignOfDossier
  readonly standing: CampaignStanding
  readonly annualReports: readonly AnnualReport[]
}

/** Who is in, incomplete, late, absent: every alliance that the campaign asks, by name. */
export async function loadBoard(campaignId: CampaignId, today: CalendarDate): Promise<readonly BoardLine[]> {
  const db = deskDatabase()
  const campaign = (await db.rows('campaigns').get(campaignId))?.value
  if (campaign === undefined) return []
  const candidates = new Map(
    (await loadCandidates(today, campaign.dossierIds)).map((candidate) => [candidate.dossierId, candidate]),
  )
  const lines = await Promise.all(
    campaign.dossierIds.map(async (id): Promise<BoardLine[]> => {
      const known = (await bookOf(db).get(id))?.pilot ?? null
      const own = known?.campaigns?.find((item) => item.campaignId === campaignId)
      const candidate = candidates.get(id)
      if (known === null || own === undefined || candidate === undefined) return []
      const { annualReports } = known
      return [{ candidate, campaign: own, annualReports, standing: standingOf(own, known, today) }]
    }),
  )
  return lines.flat().sort((a, b) => compareNames(a.candidate.name, b.candidate.name))
}
