/** Papers of a campaign, and of the whole desk. */
import type { Campaign } from '@shared/domain/campaign'
import type { OfficeSettings } from '@shared/domain/office'
import { ok } from '@shared/lib/result'
import { composeAgenda, type AgendaPaperFacts } from './agenda'
import { composeCampaignNotice, type ListedAlliance } from './campaign-notice'
import { composeCampaignReminder, type CampaignReminderFacts } from './campaign-reminder'
import { typedDay, typedNotice, typedText, type Typed } from './catalogue-facts'
import { asComposed, joinedName, nothingAttached, type Paper } from './paper'
import type { DocumentFrame } from './plain-document'
import { paperNames } from './vocabulary/papers'

/** What a desk knows of a campaign when it makes its papers. */
export type CampaignDocumentFacts = DocumentFrame & {
  readonly campaign: Campaign
  readonly alliances: readonly ListedAlliance[]
  readonly settings: OfficeSettings
  readonly regulationTitle: string
}

/** 年度工作总结、复审、测评、统计通知. */
export const campaignNoticePaper: Paper<CampaignDocumentFacts> = {
  kind: 'campaign-notice',
  basis: null,
  scope: 'campaign',
  hasCode: true,
  about: ({ campaign }) => ({ campaignId: campaign.id }),
  baseName: ({ campaign, draft }) => joinedName(paperNames['campaign-notice'], draft, `${campaign.year}年度`),
  attachments: nothingAttached,
  inputs: ['addressee', 'copiedTo', 'printedBy', 'printedOn'],
  ...asComposed((facts: CampaignDocumentFacts, typed: Typed) =>
    composeCampaignNotice({
      ...facts,
      typed: {
        addressee: typedText(typed, 'addressee'),
        copiedTo: typedText(typed, 'copiedTo'),
        printedBy: typedText(typed, 'printedBy'),
        printedOn: typedDay(typed, 'printedOn'),
      },
    }),
  ),
}

type ReminderPaperFacts = Omit<CampaignReminderFacts, 'notice'> & { readonly settings: OfficeSettings }

/** 年度工作催报, to the chair unit of one alliance. */
export const campaignReminderPaper: Paper<ReminderPaperFacts> = {
  kind: 'campaign-reminder',
  basis: null,
  scope: 'campaign',
  hasCode: true,
  about: ({ campaign, dossierId }) => ({ campaignId: campaign.campaignId, dossierId }),
  baseName: ({ name, draft }) => joinedName(paperNames['campaign-reminder'], draft, name),
  attachments: nothingAttached,
  inputs: ['docNo', 'writtenOn', 'copiedTo', 'printedBy', 'printedOn'],
  ...asComposed((facts: ReminderPaperFacts, typed: Typed) =>
    composeCampaignReminder({ ...facts, notice: typedNotice(typed, facts.settings) }),
  ),
}

/** 处室日历, for the wall: a working sheet, neither registered nor signed. */
export const agendaPaper: Paper<AgendaPaperFacts> = {
  kind: 'agenda',
  basis: null,
  scope: 'desk',
  hasCode: false,
  about: () => ({}),
  baseName: ({ today }) => joinedName(paperNames.agenda, today),
  attachments: nothingAttached,
  inputs: [],
  ...asComposed((facts: AgendaPaperFacts) => ok(composeAgenda(facts))),
}
