import { chainLinks } from '@shared/domain/dossier'
import { isSameName } from '@shared/lib/names'
import { taskTable } from '@shared/tables/task-table'
import { newLocalId } from '@renderer/platform/ids'
import { useTranslation } from '@renderer/ui/translation'
import { AreaField, ChoiceField, MoneyField, TextField, UnitField } from '../fields'
import { useIntake } from '../intake-context'
import { RowList } from '../RowList'
import { taskWords } from '../tables/part-tables'
import { isUntouched, newTask, taskOf } from '../tables/rows-taken'
import { TableIntake } from '@renderer/parts/tables/TableIntake'

const natures = ['key', 'common', 'key-and-common', 'other'] as const

/** C. 技术创新目标与任务, and Art. 8's four subjects. */
export function TasksPart() {
  const { t } = useTranslation()
  const { content, set } = useIntake()
  const { tasks } = content
  return (
    <div className="stack">
      <div className="fields">
        <AreaField path="goals.overall" label="intake.goals.overall" />
        <AreaField path="goals.stages" label="intake.goals.stages" />
      </div>
      <TableIntake
        shape={taskTable(content.members)}
        words={taskWords(content)}
        isKnown={({ name = '' }) => tasks.some((task) => isSameName(task.name, name))}
        onTake={(rows) => {
          const kept = tasks.filter((task) => !isUntouched(task, newTask(task.id)))
          set('tasks', [...kept, ...rows.map((row) => taskOf(row, newLocalId('t')))])
        }}
      >
        <RowList
          path="tasks"
          title={t('intake.tasks')}
          addWords={t('intake.tasks.add')}
          create={() => newTask(newLocalId('t'))}
          row={(row) => (
            <>
              <TextField path={`${row}.name`} label="intake.task.name" wide />
              <ChoiceField
                path={`${row}.nature`}
                label="intake.task.nature"
                options={natures.map((value) => ({ value, label: t(`taskNature.${value}`) }))}
              />
              <ChoiceField
                path={`${row}.chainLink`}
                label="intake.task.chainLink"
                options={chainLinks.map((value) => ({ value, label: t(`chainLink.${value}`) }))}
              />
              <UnitField path={`${row}.leadUnitId`} label="intake.task.lead" />
              <UnitField path={`${row}.unitIds`} label="intake.task.units" many />
              <TextField path={`${row}.startMonth`} label="intake.task.start" />
              <TextField path={`${row}.endMonth`} label="intake.task.end" />
              <MoneyField path={`${row}.fundFen`} label="intake.task.fund" />
              <AreaField path={`${row}.indicators`} label="intake.task.indicators" />
              <AreaField path={`${row}.annualPlan`} label="intake.task.annualPlan" />
            </>
          )}
        />
      </TableIntake>
      <h3>{t('intake.mechanisms')}</h3>
      <div className="fields">
        <AreaField path="mechanisms.credit" label="intake.mechanisms.credit" />
        <AreaField path="mechanisms.responsibility" label="intake.mechanisms.responsibility" />
        <AreaField path="mechanisms.benefit" label="intake.mechanisms.benefit" />
        <AreaField path="mechanisms.organisation" label="intake.mechanisms.organisation" />
      </div>
    </div>
  )
}
