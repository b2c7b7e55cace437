import { Spin } from 'antd'
import { useLiveQuery } from 'dexie-react-hooks'
import type { ComponentType } from 'react'
import { isRecused, listExpertTasks, type ExpertTask } from '@renderer/data/expert-tasks'
import { useExpertDesk } from '@renderer/stores/expert-desk-store'
import { TaskFrame } from './TaskFrame'
import { TaskListPage } from './TaskListPage'
import './expert-desk.css'

type Screen = ComponentType<{ readonly task: ExpertTask }>

/** The screens of the way through one dossier; they live in features of their own. */
export type StageScreens = {
  readonly recusal: Screen
  readonly review: Screen
  readonly sealing: Screen
  readonly countersign: Screen
}

/** 专家工作台: the assigned dossiers, and the way through each: declare, judge, seal, hand back. */
export function ExpertDesk({ screens }: { readonly screens: StageScreens }) {
  const tasks = useLiveQuery(listExpertTasks)
  const { open, stage } = useExpertDesk()
  if (tasks === undefined) return <Spin />
  const index = tasks.findIndex((task) => task.panelId === open?.panelId && task.dossierId === open.dossierId)
  const task = tasks[index]
  if (task === undefined) return <TaskListPage tasks={tasks} />
  // Who signs has declared, if not on this computer.
  const isSigning = stage === 'countersign' && task.round !== null
  const closed = isRecused(task) || (task.declaration === null && !isSigning)
  const Current = closed ? screens.recusal : screens[stage]
  const shown = closed ? 'recusal' : stage
  return (
    // Each step begins at its top: in large type the whole frame scrolls.
    <TaskFrame key={shown} task={task} tasks={tasks} index={index} stage={shown}>
      <Current key={`${task.panelId}/${task.dossierId}`} task={task} />
    </TaskFrame>
  )
}
