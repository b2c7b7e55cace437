import { Alert, Button, Progress } from 'antd'
import { useState } from 'react'
import { criterionIds } from '@shared/domain/judgement'
import { isAddressedTo } from '@shared/domain/expert-label'
import type { Expert } from '@shared/domain/panel'
import { isSameName } from '@shared/lib/names'
import { peekDraft } from '@renderer/data/drafts'
import {
  draftKeyOf,
  isOpenTask,
  isRecused,
  type ExpertTask,
  type OpenTask,
  type TaskState,
} from '@renderer/data/expert-tasks'
import { answeredCount } from '@shared/acts/expert-opinion'
import { readDraft } from '@renderer/data/opinion-draft'
import { usePerson } from '@renderer/data/use-live'
import { useExpertDesk } from '@renderer/stores/expert-desk-store'
import { EmptyScreen } from '@renderer/ui/EmptyScreen'
import { PageHead } from '@renderer/ui/PageHead'
import { useTranslation } from '@renderer/ui/translation'
import { ExportOpinions } from './ExportOpinions'
import { OpenAssignment } from './OpenAssignment'
import { taskStateOf } from './task-state-of'
import { TaskStateMark } from './TaskStateMark'

/** How somebody else is called for whom a task is meant; nothing where it is meant for this person. */
function callOf({ name, unitName, otherUnits }: Expert, person: { readonly name: string; readonly unit: string }) {
  if (!isSameName(name, person.name)) return [name]
  const units = [unitName, ...otherUnits]
  return units.some((unit) => isAddressedTo(`${name}（${unit}）`, person)) ? [] : [`${name}（${unitName}）`]
}

/** 我的案卷: what one was asked to judge, how far it is, and how it goes back. */
export function TaskListPage({ tasks }: { readonly tasks: readonly ExpertTask[] }) {
  const { t } = useTranslation()
  const person = usePerson()
  const [opening, setOpening] = useState(false)
  const isOpening = opening || tasks.length === 0
  const assignments = [...new Set(tasks.map((task) => task.assignment.id))]
  // A namesake of another unit is somebody else.
  const others = [...new Set(tasks.flatMap(({ expert }) => (expert === null ? [] : callOf(expert, person))))]
  return (
    <>
      <PageHead
        title={t('expert.desk.title')}
        note={tasks.length === 0 ? undefined : t('expert.desk.note', { count: tasks.length })}
        actions={
          tasks.length === 0 ? undefined : (
            <Button
              onClick={() => {
                setOpening(!opening)
              }}
            >
              {t(opening ? 'common.close' : 'expert.openAssignment')}
            </Button>
          )
        }
      />
      {others.length === 0 ? null : (
        <Alert
          type="warning"
          showIcon
          title={t('expert.otherName', { assigned: others.join('、'), desk: `${person.name}（${person.unit}）` })}
        />
      )}
      {tasks.length === 0 ? <EmptyScreen words={t('expert.desk.empty')} /> : null}
      {isOpening ? (
        <OpenAssignment
          onOpened={() => {
            setOpening(false)
          }}
        />
      ) : null}
      {assignments.map((id) => (
        <PanelTasks key={id} tasks={tasks.filter((task) => task.assignment.id === id)} />
      ))}
    </>
  )
}

function PanelTasks({ tasks }: { readonly tasks: readonly ExpertTask[] }) {
  const { t } = useTranslation()
  const first = tasks[0]
  if (first === undefined) return null
  const { panel, assignment } = first
  return (
    <section className="panel" aria-label={panel?.title ?? t('expert.panelUnknown')}>
      <h2>{panel?.title ?? t('expert.panelUnknown')}</h2>
      <p className="quiet">
        {panel === null ? null : `${t('expert.heldOn', { day: panel.heldOn })} · `}
        {t('expert.from', { from: assignment.value.from, day: assignment.value.issuedOn })}
        {' · '}
        {assignment.value.dueOn === null ? t('expert.noDue') : t('expert.due', { day: assignment.value.dueOn })}
      </p>
      <div className="table-scroll">
        <table className="plain-table task-table">
          <thead>
            <tr>
              <th className="number nowrap" scope="col">
                {t('expert.column.number')}
              </th>
              <th scope="col">{t('expert.column.alliance')}</th>
              <th scope="col">{t('common.state')}</th>
              <th scope="col">{t('expert.column.progress')}</th>
              <th scope="col">{t('expert.column.due')}</th>
              <th scope="col">
                <span className="visually-hidden">{t('common.actions')}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {tasks.map((task, index) => (
              <TaskLine key={task.dossierId} task={task} position={index + 1} />
            ))}
          </tbody>
        </table>
      </div>
      <ExportOpinions tasks={tasks} />
    </section>
  )
}

function TaskLine({ task, position }: { readonly task: ExpertTask; readonly position: number }) {
  const { t } = useTranslation()
  const { openTask, goTo } = useExpertDesk()
  const state = taskStateOf(task)
  return (
    <tr>
      <td className="number">{position}</td>
      <td>
        <strong>{task.names.alliance.name}</strong>
        <div className="quiet">{versionNote(task, t)}</div>
        {task.returned === null ? null : (
          <div className="task-returned">
            {t('expert.returned', { day: task.returned.value.on, reason: task.returned.value.reason })}
          </div>
        )}
        {isStale(task) ? (
          <div className="task-returned">
            {t('sealing.sealed.stale', { from: task.opinion.value.dossierVersion, to: task.version.value.version })}
          </div>
        ) : null}
        {task.opinion === null || peekDraft(draftKeyOf(task)) === undefined ? null : (
          <div className="quiet">{t('correction.writing', { version: task.opinion.value.version })}</div>
        )}
        {task.round === null ? null : (
          <div className="task-returned">
            {t(task.countersignature === null ? 'signing.waiting' : 'signing.done', {
              version: task.round.value.opinionVersion,
            })}
          </div>
        )}
      </td>
      <td>
        <TaskStateMark state={state} />
        {state === 'recused' && task.exported !== null ? (
          <div className="quiet">{t('expert.state.exported')}</div>
        ) : null}
      </td>
      <td>
        <TaskProgress task={task} />
      </td>
      <td className="nowrap">{task.assignment.value.dueOn ?? t('expert.noDue')}</td>
      <td className="number">
        <Button
          type={isNext(state) ? 'primary' : 'default'}
          ghost={isNext(state)}
          onClick={() => {
            openTask(task)
          }}
        >
          {t(`expert.act.${state}`)}
          <span className="visually-hidden"> {task.names.alliance.name}</span>
        </Button>
        {task.round === null || isRecused(task) ? null : (
          <Button
            type="primary"
            onClick={() => {
              openTask(task)
              goTo('countersign')
            }}
          >
            {t('signing.open')}
            <span className="visually-hidden"> {task.names.alliance.name}</span>
          </Button>
        )}
      </td>
    </tr>
  )
}

/** Something that the expert is asked to do. */
const isNext = (state: TaskState): boolean => state === 'undeclared' || state === 'opening' || state === 'reviewing'

function versionNote({ version, lock }: ExpertTask, t: ReturnType<typeof useTranslation>['t']): string {
  if (version !== null) {
    const { content, version: number } = version.value
    return t('expert.versionNote', { version: number, materials: content.materials.length })
  }
  if (lock === null) return ''
  return t('lock.version', { version: lock.row.value.version, materials: lock.row.value.materialCount })
}

/** The dossier has changed since the opinion was sealed (note 36). */
const isStale = (task: ExpertTask): task is OpenTask & { readonly opinion: NonNullable<ExpertTask['opinion']> } =>
  task.opinion !== null && task.version !== null && task.opinion.value.dossierHash !== task.version.value.contentHash

function TaskProgress({ task }: { readonly task: ExpertTask }) {
  const { t } = useTranslation()
  const total = criterionIds.length
  if (task.declaration === null || isRecused(task) || !isOpenTask(task)) {
    return <span className="quiet">{t('expert.progress.none')}</span>
  }
  const draft = peekDraft(draftKeyOf(task))
  const { contentHash, version } = task.version.value
  const done =
    draft === undefined
      ? task.opinion === null
        ? 0
        : total
      : answeredCount(readDraft(draft, { dossierHash: contentHash, dossierVersion: version }))
  return (
    <div className="task-progress">
      <Progress percent={(done / total) * 100} showInfo={false} size="small" aria-hidden />
      <span>{t('expert.progress', { done, total })}</span>
    </div>
  )
}
