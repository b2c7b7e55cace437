import { closeCampaign, grantExtension, receiveArrivals, saveCampaignAs, startCampaign } from '@shared/acts/campaign'
import type { AroundCampaign, CampaignDraft } from '@shared/acts/campaign-gaps'
import type { Campaign } from '@shared/domain/campaign'
import { appendAct } from '@renderer/data/append-act'
import { loadCases } from '@renderer/data/cases'

/** What was saved of a campaign as its form has it. */
export const draftOf = (campaign: Campaign): CampaignDraft => campaign

/** @throws ActRefused */
export const saveCampaign = (campaign: CampaignDraft, around: AroundCampaign): Promise<number> =>
  appendAct(saveCampaignAs(campaign, around))

/** @throws ActRefused */
export async function beginCampaign(campaign: CampaignDraft, around: AroundCampaign): Promise<number> {
  // Only an evaluation does something to each of its pilots.
  const pilots = campaign.kind === 'evaluation' ? await loadCases(campaign.dossierIds, around.today) : []
  return appendAct(
    startCampaign(
      campaign,
      around,
      pilots.map(({ file }) => file),
    ),
  )
}

/** @throws ActRefused */
export const endCampaign = (campaign: Campaign): Promise<number> => appendAct(closeCampaign(campaign))

/** @throws ActRefused */
export const extend = (...asked: Parameters<typeof grantExtension>): Promise<number> =>
  appendAct(grantExtension(...asked))

/** All of them or none. @throws ActRefused */
export const receive = (...asked: Parameters<typeof receiveArrivals>): Promise<number> =>
  appendAct(receiveArrivals(...asked))
