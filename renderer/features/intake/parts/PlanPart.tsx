import { useTranslation } from '@renderer/ui/translation'
import { AreaField, UnitField } from '../fields'
import { RowList } from '../RowList'

/** G. 发展战略规划, the five parts of Art. 9(5). */
export function PlanPart() {
  const { t } = useTranslation()
  return (
    <div className="stack">
      <div className="fields">
        <AreaField path="plan.overall" label="intake.plan.overall" />
        <AreaField path="plan.stages" label="intake.plan.stages" />
        <AreaField path="plan.keyTasks" label="intake.plan.keyTasks" />
        <AreaField path="plan.annual" label="intake.plan.annual" />
      </div>
      <RowList
        path="plan.division"
        title={t('intake.plan.division')}
        addWords={t('intake.plan.addDivision')}
        create={() => ({ unitId: '', work: '' })}
        row={(row) => (
          <>
            <UnitField path={`${row}.unitId`} label="common.unit" />
            <AreaField path={`${row}.work`} label="intake.plan.work" />
          </>
        )}
      />
    </div>
  )
}
