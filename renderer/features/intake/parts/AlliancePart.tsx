import { Select } from 'antd'
import { Labelled } from '@renderer/ui/Labelled'
import { useTranslation } from '@renderer/ui/translation'
import { AreaField, ChoiceField, DayField, NamesField, TextField, UnitField } from '../fields'
import { useIntake } from '../intake-context'

/** A. 联盟基本情况, with filing and application. */
export function AlliancePart() {
  const { t } = useTranslation()
  const { content, office, set } = useIntake()
  const industries = office.catalogues.flatMap((catalogue) =>
    catalogue.items.map((item) => ({
      value: `${catalogue.id}/${item.code}`,
      label: `${item.name}（${catalogue.name}）`,
    })),
  )
  const divisions = office.divisions
    .filter((division) => division.role === 'business')
    .map((division) => ({ value: division.id, label: division.name }))
  const { industry, contact } = content.alliance
  return (
    <div className="stack">
      <div className="fields">
        <TextField path="alliance.name" label="intake.alliance.name" wide />
        <TextField path="alliance.shortName" label="intake.alliance.shortName" />
        <NamesField path="alliance.formerNames" label="intake.formerNames" />
        <IndustryField
          options={industries}
          value={industry === null ? null : `${industry.catalogueId}/${industry.itemCode}`}
          onChange={(value) => {
            const [catalogueId = '', itemCode = ''] = value?.split('/') ?? []
            set('alliance.industry', value === null ? null : { catalogueId, itemCode })
          }}
        />
        <TextField path="alliance.technicalField" label="intake.alliance.technicalField" />
        <AreaField path="alliance.localAdvantage" label="intake.alliance.localAdvantage" />
        <DayField path="alliance.establishedOn" label="intake.alliance.establishedOn" />
        <UnitField path="alliance.chairUnitId" label="intake.alliance.chairUnit" />
        <UnitField path="alliance.leadUnitId" label="intake.alliance.leadUnit" />
        <TextField path="alliance.chairPerson" label="intake.alliance.chairPerson" />
        <UnitField path="alliance.secretariatUnitId" label="intake.alliance.secretariatUnit" />
        <TextField path="alliance.secretaryGeneral" label="intake.alliance.secretaryGeneral" />
        <TextField path="alliance.recommendedBy" label="intake.alliance.recommendedBy" />
        {contact === null ? null : (
          <>
            <TextField path="alliance.contact.name" label="intake.alliance.contactName" />
            <TextField path="alliance.contact.phone" label="intake.alliance.contactPhone" />
          </>
        )}
      </div>
      {contact === null ? (
        <button
          type="button"
          className="bare link"
          onClick={() => {
            set('alliance.contact', { name: '', phone: '' })
          }}
        >
          {t('intake.alliance.addContact')}
        </button>
      ) : null}
      <h3>{t('intake.filing')}</h3>
      <div className="fields">
        <DayField path="filing.submittedOn" label="intake.filing.submittedOn" />
        <DayField path="filing.filedOn" label="intake.filing.filedOn" />
        <TextField path="filing.filingNo" label="intake.filing.no" />
      </div>
      <h3>{t('intake.application')}</h3>
      <div className="fields">
        <TextField path="application.no" label="intake.application.no" />
        <DayField path="application.appliedOn" label="intake.application.appliedOn" />
        <DayField path="application.acceptedOn" label="intake.application.acceptedOn" />
        <UnitField path="application.applicantUnitId" label="intake.application.applicant" />
        <ChoiceField
          path="application.hostDivisionId"
          label="intake.application.hostDivision"
          options={divisions}
          clearable
        />
        <ChoiceField path="application.coDivisionIds" label="intake.application.coDivisions" options={divisions} many />
      </div>
    </div>
  )
}

function IndustryField(props: {
  readonly options: readonly { readonly value: string; readonly label: string }[]
  readonly value: string | null
  readonly onChange: (value: string | null) => void
}) {
  const { t } = useTranslation()
  return (
    <Labelled label={t('intake.alliance.industry')} htmlFor="field-industry">
      <Select
        id="field-industry"
        showSearch={{ optionFilterProp: 'label' }}
        allowClear
        placeholder={t('common.notSet')}
        value={props.value}
        options={[...props.options]}
        onChange={(value: string | undefined) => {
          props.onChange(value ?? null)
        }}
      />
    </Labelled>
  )
}
