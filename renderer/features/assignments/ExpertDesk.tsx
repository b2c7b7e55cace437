import { Spin } from 'antd'
import { useLiveQuery } from 'dexie-react-hooks'
import type { ComponentType } from 'react'
import { isOpenTask, isRecused, listExpertTasks, type ExpertTask, type OpenTask } from '@renderer/data/expert-tasks'
import { useExpertDesk } from '@renderer/stores/expert-desk-store'
import { TaskFrame } from './TaskFrame'
import { TaskListPage } from './TaskListPage'
import './expert-desk.css'

type Screen = ComponentType<{ readonly task: ExpertTask }>
type OpenScreen = ComponentType<{ readonly task: OpenTask }>

/** The screens of the way through one dossier; they live in features of their own. */
export type TaskScreens = {
  readonly recusal: Screen
  readonly opening: Screen
  readonly review: OpenScreen
  readonly sealing: OpenScreen
  readonly countersign: OpenScreen
}

/** 专家工作台: the assigned dossiers, and the way through each: declare, judge, seal, hand back. */
export function ExpertDesk({ screens }: { readonly screens: TaskScreens }) {
  const tasks = useLiveQuery(listExpertTasks)
  const { open, stage } = useExpertDesk()
  if (tasks === undefined) return <Spin />
  const index = tasks.findIndex((task) => task.panelId === open?.panelId && task.dossierId === open.dossierId)
  const task = tasks[index]
  if (task === undefined) return <TaskListPage tasks={tasks} />
  // Who signs has declared, if not on this computer.
  const isSigning = stage === 'countersign' && task.round !== null
  const closed = isRecused(task) || (task.declaration === null && !isSigning)
  const shown = closed ? 'recusal' : isToBeOpened(task) ? 'opening' : stage
  return (
    // Each step begins at its top: in large type the whole frame scrolls.
    <TaskFrame key={shown} task={task} tasks={tasks} index={index} stage={shown}>
      <StageScreen key={`${task.panelId}/${task.dossierId}`} task={task} shown={shown} screens={screens} />
    </TaskFrame>
  )
}

/** The dossier is locked yet, or something newer of it is. */
const isToBeOpened = (task: ExpertTask): boolean => task.version === null || task.lock?.standing === 'may-open'

function StageScreen(props: {
  readonly task: ExpertTask
  readonly shown: keyof TaskScreens
  readonly screens: TaskScreens
}) {
  const { task, shown, screens } = props
  if (shown === 'recusal' || shown === 'opening') {
    const Before = screens[shown]
    return <Before task={task} />
  }
  const Current = screens[shown]
  return isOpenTask(task) ? <Current task={task} /> : null
}
