import { Checkbox, Input, Select } from 'antd'
import type { Gap } from '@shared/acts/act'
import type { CampaignDraft } from '@shared/acts/campaign-gaps'
import { campaignKinds } from '@shared/domain/campaign'
import { reportRecipients } from '@shared/domain/handed-in'
import type { OfficeSettings } from '@shared/domain/office'
import { wordsAt } from '@renderer/platform/gap-words'
import { DayInput } from '@renderer/ui/DayInput'
import { Labelled } from '@renderer/ui/Labelled'
import { NumberInput } from '@renderer/ui/NumberInput'
import { TextArea } from '@renderer/ui/TextArea'
import { useTranslation } from '@renderer/ui/translation'

/** What the office's notice says of a round: kind, year, number and days, where papers go, and what is asked for. */
export function TermsForm(props: {
  readonly campaign: CampaignDraft
  readonly office: OfficeSettings
  readonly gaps: readonly Gap[]
  readonly onChange: (part: Partial<CampaignDraft>) => void
}) {
  const { t } = useTranslation()
  const { campaign, office, gaps, onChange } = props
  const isFixed = campaign.status !== 'preparing'
  return (
    <section className="panel stack" aria-label={t('campaign.terms')}>
      <h2>{t('campaign.terms')}</h2>
      <div className="fields">
        <Labelled label={t('campaign.kind')} htmlFor="campaign-kind">
          <Select
            id="campaign-kind"
            disabled={isFixed}
            value={campaign.kind}
            options={campaignKinds.map((kind) => ({ value: kind, label: t(`campaignKind.${kind}`) }))}
            onChange={(kind) => {
              onChange({ kind })
            }}
          />
        </Labelled>
        <Labelled label={t('field.year')} htmlFor="campaign-year">
          <NumberInput
            id="campaign-year"
            min={2000}
            max={2199}
            disabled={isFixed}
            value={campaign.year}
            onChange={(year) => {
              onChange({ year: year ?? Number.NaN })
            }}
          />
        </Labelled>
        <Labelled
          label={t('campaign.noticeNo')}
          htmlFor="campaign-no"
          error={wordsAt(gaps, 'noticeNo', t)}
          hint={t('campaign.noticeNoHint')}
        >
          <Input
            id="campaign-no"
            value={campaign.noticeNo}
            onChange={(event) => {
              onChange({ noticeNo: event.target.value })
            }}
          />
        </Labelled>
        <Labelled label={t('day.campaign-issued')} htmlFor="campaign-issued" error={wordsAt(gaps, 'issuedOn', t)}>
          <DayInput
            id="campaign-issued"
            value={campaign.issuedOn}
            onChange={(issuedOn) => {
              onChange({ issuedOn })
            }}
          />
        </Labelled>
        <Labelled label={t('day.window-from')} htmlFor="campaign-from" error={wordsAt(gaps, 'from', t)}>
          <DayInput
            id="campaign-from"
            value={campaign.from}
            onChange={(from) => {
              onChange({ from })
            }}
          />
        </Labelled>
        <Labelled label={t('day.window-to')} htmlFor="campaign-to" error={wordsAt(gaps, 'to', t)}>
          <DayInput
            id="campaign-to"
            value={campaign.to}
            onChange={(to) => {
              onChange({ to })
            }}
          />
        </Labelled>
        <Labelled label={t('campaign.copies')} htmlFor="campaign-copies">
          <NumberInput
            id="campaign-copies"
            optional
            min={1}
            max={99}
            value={campaign.copies}
            onChange={(copies) => {
              onChange({ copies })
            }}
          />
        </Labelled>
      </div>
      <Labelled
        label={t('campaign.recipients')}
        error={wordsAt(gaps, 'recipients', t)}
        hint={t(campaign.kind === 'annual-summary' ? 'campaign.recipientsHint' : 'campaign.recipientsHintOther')}
      >
        <Checkbox.Group
          aria-label={t('campaign.recipients')}
          value={campaign.recipients}
          options={reportRecipients.map((value) => ({ value, label: t(`recipient.${value}`) }))}
          onChange={(recipients) => {
            onChange({ recipients: reportRecipients.filter((one) => recipients.includes(one)) })
          }}
        />
      </Labelled>
      {campaign.recipients.includes('other') ? (
        <Labelled label={t('field.otherRecipient')} htmlFor="campaign-other" error={wordsAt(gaps, 'otherRecipient', t)}>
          <Input
            id="campaign-other"
            value={campaign.otherRecipient}
            onChange={(event) => {
              onChange({ otherRecipient: event.target.value })
            }}
          />
        </Labelled>
      ) : null}
      <Labelled label={t('field.outline')} htmlFor="campaign-outline" hint={t('campaign.outlineHint')}>
        <TextArea
          id="campaign-outline"
          autoSize={{ minRows: 3, maxRows: 12 }}
          value={campaign.outline}
          onChange={(event) => {
            onChange({ outline: event.target.value })
          }}
        />
      </Labelled>
      <Labelled label={t('field.figureIds')} htmlFor="campaign-figures" hint={t('campaign.figuresHint')}>
        <Select
          id="campaign-figures"
          mode="multiple"
          showSearch={{ optionFilterProp: 'label' }}
          allowClear
          value={campaign.figureIds}
          options={office.annualFigures.map(({ id, name, unit }) => ({
            value: id,
            label: unit === '' ? name : t('campaign.figure', { name, unit }),
          }))}
          onChange={(figureIds: string[]) => {
            onChange({ figureIds })
          }}
        />
      </Labelled>
      <Labelled label={t('campaign.contact')} htmlFor="campaign-contact">
        <TextArea
          id="campaign-contact"
          autoSize={{ minRows: 2, maxRows: 6 }}
          value={campaign.contact}
          onChange={(event) => {
            onChange({ contact: event.target.value })
          }}
        />
      </Labelled>
    </section>
  )
}
