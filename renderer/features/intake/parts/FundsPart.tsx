import { Button } from 'antd'
import { injectionTable } from '@shared/tables/injection-table'
import { useTranslation } from '@renderer/ui/translation'
import { AreaField, ChoiceField, DayField, MoneyField, TextField, UnitField } from '../fields'
import { useIntake } from '../intake-context'
import { RowList } from '../RowList'
import { injectionWords } from '../tables/part-tables'
import { injectionOf, isUntouched, newInjection } from '../tables/rows-taken'
import { TableIntake } from '@renderer/parts/tables/TableIntake'

const sources = ['member', 'government', 'social', 'other'] as const

/** E. 经费. */
export function FundsPart() {
  const { t } = useTranslation()
  const { content, set } = useIntake()
  const { injections } = content.funds
  return (
    <div className="stack">
      <TableIntake
        shape={injectionTable}
        words={injectionWords}
        isKnown={() => false}
        onTake={(rows) => {
          const kept = injections.filter((injection) => !isUntouched(injection, newInjection()))
          set('funds.injections', [...kept, ...rows.map(injectionOf)])
        }}
      >
        <RowList
          path="funds.injections"
          title={t('intake.injections')}
          addWords={t('intake.injections.add')}
          create={newInjection}
          row={(row) => (
            <>
              <ChoiceField
                path={`${row}.source`}
                label="intake.injection.source"
                options={sources.map((value) => ({ value, label: t(`fundSource.${value}`) }))}
              />
              <MoneyField path={`${row}.amountFen`} label="intake.injection.amount" />
              <DayField path={`${row}.receivedOn`} label="intake.injection.receivedOn" />
              <ChoiceField
                path={`${row}.evidenceMaterialId`}
                label="intake.injection.evidence"
                clearable
                options={content.materials.map((material) => ({ value: material.id, label: material.title }))}
              />
            </>
          )}
        />
      </TableIntake>
      <div className="fields">
        <DayField path="funds.operationStartedOn" label="intake.funds.operationStartedOn" />
        <UnitField path="funds.managingUnitId" label="intake.funds.managingUnit" />
        <AreaField path="funds.supervision" label="intake.funds.supervision" />
        <AreaField path="funds.governmentAccounting" label="intake.funds.governmentAccounting" />
      </div>
      <h3>{t('intake.funds.rule')}</h3>
      {content.funds.rule === null ? (
        <Button
          onClick={() => {
            set('funds.rule', { name: '', docNo: '', adoptedOn: null })
          }}
        >
          {t('intake.funds.addRule')}
        </Button>
      ) : (
        <div className="fields">
          <TextField path="funds.rule.name" label="intake.funds.ruleName" />
          <TextField path="funds.rule.docNo" label="intake.funds.ruleNo" />
          <DayField path="funds.rule.adoptedOn" label="intake.funds.ruleAdoptedOn" />
          <Button
            onClick={() => {
              set('funds.rule', null)
            }}
          >
            {t('common.remove')}
          </Button>
        </div>
      )}
    </div>
  )
}
