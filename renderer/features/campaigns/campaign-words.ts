import type { Campaign } from '@shared/domain/campaign'
import type { CampaignStanding } from '@shared/domain/campaign-standing'
import type { Translate } from '@shared/messages/translate'

type Places = Pick<Campaign, 'recipients' | 'otherRecipient'>

/** Where papers go, by name. */
export const recipientWords = ({ recipients, otherRecipient }: Places, t: Translate): string =>
  recipients
    .map((recipient) => (recipient === 'other' && otherRecipient !== '' ? otherRecipient : t(`recipient.${recipient}`)))
    .join(t('punctuation.list'))

/** What of an answer is still awaited; empty if nothing is. */
export function missingWords(
  { missingParts, missingRecipients, lacking }: CampaignStanding,
  places: Places,
  t: Translate,
): string {
  return [
    ...missingParts.map((part) => t(`reportPart.${part}`)),
    ...missingRecipients.map((recipient) =>
      t('campaign.notAt', { place: recipientWords({ ...places, recipients: [recipient] }, t) }),
    ),
    ...(lacking === '' ? [] : [lacking]),
  ].join(t('punctuation.list'))
}
