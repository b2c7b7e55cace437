import { Checkbox, Input, Select } from 'antd'
import type { OfficeSettings } from '@shared/domain/office'
import { DayInput } from '@renderer/ui/DayInput'
import { Labelled } from '@renderer/ui/Labelled'
import { NumberInput } from '@renderer/ui/NumberInput'
import { useTranslation } from '@renderer/ui/translation'

type Interpretation = OfficeSettings['interpretation']

type KeysOf<T> = { [K in keyof Interpretation]: Interpretation[K] extends T ? K : never }[keyof Interpretation]
type FlagKey = KeysOf<boolean>

const flags: readonly FlagKey[] = [
  'coDivisionsMustOpine',
  'hintIfOneResearchKindLacks',
  'panelOnDayOfOpinion',
  'organisationBeforePanel',
  'barCoversFiling',
  'barAfterFailedEvaluation',
  'publicDisplay',
  'cultivationList',
  'rectifyBeforeFailing',
  'displayEvaluation',
  'filingEndsWithRevocation',
]
const texts = [
  'filingAuthority',
  'filingNoPattern',
  'annualReportFrom',
  'annualReportTo',
  'annualReportReminder',
] as const
const choices = {
  operationReferenceDay: ['accepted', 'panel'],
  agentSignature: ['contrary', 'hint'],
  termStart: ['written', 'printed'],
  reRegistrationStart: ['day-after-old-term', 'notice'],
  displayCounting: ['work', 'calendar'],
} as const
type ChoiceKey = keyof typeof choices

/** Where the text leaves a choice: each with the doubt that it settles. Work rules, never statute. */
export function InterpretationFields(props: {
  readonly interpretation: Interpretation
  readonly onChange: (interpretation: Interpretation) => void
}) {
  const { t } = useTranslation()
  const { interpretation, onChange } = props
  const set = (part: Partial<Interpretation>) => {
    onChange({ ...interpretation, ...part })
  }
  const [numerator, denominator] = interpretation.sameAllianceShare
  return (
    <section className="panel stack">
      <h2>
        {t('settings.interpretation')} <span className="tag work-rule">{t('common.workRule')}</span>
      </h2>
      <p className="quiet">{t('settings.interpretationHint')}</p>
      {(Object.keys(choices) as ChoiceKey[]).map((key) => (
        <Labelled key={key} label={t(`interpretation.${key}`)} hint={t(`interpretation.${key}.doubt`)}>
          <Select<string>
            aria-label={t(`interpretation.${key}`)}
            value={interpretation[key]}
            options={choices[key].map((value) => ({ value, label: t(`interpretationChoice.${value}`) }))}
            onChange={(value) => {
              set({ [key]: value })
            }}
          />
        </Labelled>
      ))}
      {texts.map((key) => (
        <Labelled key={key} label={t(`interpretation.${key}`)} hint={t(`interpretation.${key}.doubt`)}>
          <Input
            aria-label={t(`interpretation.${key}`)}
            value={interpretation[key]}
            onChange={(event) => {
              set({ [key]: event.target.value })
            }}
          />
        </Labelled>
      ))}
      <Labelled label={t('interpretation.regulationIssuedOn')} hint={t('interpretation.regulationIssuedOn.doubt')}>
        <DayInput
          label={t('interpretation.regulationIssuedOn')}
          value={interpretation.regulationIssuedOn}
          onChange={(day) => {
            set({ regulationIssuedOn: day as Interpretation['regulationIssuedOn'] })
          }}
        />
      </Labelled>
      <Labelled label={t('interpretation.branchNameParts')} hint={t('interpretation.branchNameParts.doubt')}>
        <Select
          mode="tags"
          open={false}
          aria-label={t('interpretation.branchNameParts')}
          value={[...interpretation.branchNameParts]}
          onChange={(branchNameParts: string[]) => {
            set({ branchNameParts })
          }}
        />
      </Labelled>
      <Labelled label={t('interpretation.evaluationLeadMonths')} hint={t('interpretation.evaluationLeadMonths.doubt')}>
        <NumberInput
          label={t('interpretation.evaluationLeadMonths')}
          min={1}
          max={12}
          value={interpretation.evaluationLeadMonths}
          onChange={(value) => {
            set({ evaluationLeadMonths: value ?? Number.NaN })
          }}
        />
      </Labelled>
      <Labelled label={t('interpretation.displayDays')} hint={t('interpretation.displayDays.doubt')}>
        <NumberInput
          label={t('interpretation.displayDays')}
          min={1}
          max={60}
          value={interpretation.displayDays}
          onChange={(value) => {
            set({ displayDays: value ?? Number.NaN })
          }}
        />
      </Labelled>
      <Labelled label={t('interpretation.sameAllianceShare')} hint={t('interpretation.sameAllianceShare.doubt')}>
        <span className="row tight">
          <NumberInput
            min={1}
            max={99}
            label={t('panelRules.numerator')}
            value={numerator}
            onChange={(value) => {
              set({ sameAllianceShare: [value ?? Number.NaN, denominator] })
            }}
          />
          /
          <NumberInput
            min={1}
            max={99}
            label={t('panelRules.denominator')}
            value={denominator}
            onChange={(value) => {
              set({ sameAllianceShare: [numerator, value ?? Number.NaN] })
            }}
          />
        </span>
      </Labelled>
      {flags.map((key) => (
        <div key={key}>
          <Checkbox
            checked={interpretation[key]}
            onChange={(event) => {
              set({ [key]: event.target.checked })
            }}
          >
            {t(`interpretation.${key}`)}
          </Checkbox>
          <div className="quiet">{t(`interpretation.${key}.doubt`)}</div>
        </div>
      ))}
    </section>
  )
}
