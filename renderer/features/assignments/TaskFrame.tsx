import { ArrowLeftOutlined, LeftOutlined, RightOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useLayoutEffect, type ReactNode } from 'react'
import { createPortal } from 'react-dom'
import type { ExpertTask } from '@renderer/data/expert-tasks'
import { useExpertDesk, type ReviewStage } from '@renderer/stores/expert-desk-store'
import { useFrame } from '@renderer/stores/frame-store'
import { useTranslation } from '@renderer/ui/translation'
import { taskStateOf } from './task-state-of'
import { TaskStateMark } from './TaskStateMark'

/**
 * The line of an open dossier, in the head of the frame: back, which of how many, its name and state, and the steps.
 */
export function TaskFrame(props: {
  readonly task: ExpertTask
  readonly tasks: readonly ExpertTask[]
  readonly index: number
  readonly stage: 'recusal' | 'opening' | ReviewStage
  readonly children: ReactNode
}) {
  const { task, tasks, index, stage, children } = props
  const { t } = useTranslation()
  const { close, openTask, goTo } = useExpertDesk()
  const [before, after] = [tasks[index - 1], tasks[index + 1]]
  const { headPlace, setReading } = useFrame()
  useLayoutEffect(() => {
    setReading(true)
    return () => {
      setReading(false)
    }
  }, [setReading])
  const head = (
    <div className="task-head">
      <Button type="text" icon={<ArrowLeftOutlined aria-hidden />} onClick={close}>
        <span className="head-words">{t('expert.backToList')}</span>
      </Button>
      <span className="task-place">
        <Button
          type="text"
          size="small"
          icon={<LeftOutlined aria-hidden />}
          aria-label={t('expert.previousDossier')}
          disabled={before === undefined}
          onClick={() => {
            if (before !== undefined) openTask(before)
          }}
        />
        {t('expert.place', { position: index + 1, count: tasks.length })}
        <Button
          type="text"
          size="small"
          icon={<RightOutlined aria-hidden />}
          aria-label={t('expert.nextDossier')}
          disabled={after === undefined}
          onClick={() => {
            if (after !== undefined) openTask(after)
          }}
        />
      </span>
      <h1 title={task.names.alliance.name}>{task.names.alliance.name}</h1>
      <TaskStateMark state={taskStateOf(task)} />
      {stage === 'recusal' || stage === 'opening' ? null : (
        <nav className="task-steps" aria-label={t('expert.steps')}>
          {stepsOf(task).map((step) => (
            <Button
              key={step}
              size="small"
              type={stage === step ? 'primary' : 'default'}
              ghost={stage === step}
              aria-current={stage === step ? 'step' : undefined}
              onClick={() => {
                goTo(step)
              }}
            >
              {t(`expert.step.${step}`)}
            </Button>
          ))}
        </nav>
      )}
    </div>
  )
  return (
    <div className="task-frame">
      {headPlace === null ? head : createPortal(head, headPlace)}
      <div className="task-body">{children}</div>
    </div>
  )
}

/** Countersigning is a step once the panel's opinion has come here. */
const stepsOf = ({ round }: ExpertTask): readonly ReviewStage[] =>
  round === null ? ['review', 'sealing'] : ['review', 'sealing', 'countersign']
