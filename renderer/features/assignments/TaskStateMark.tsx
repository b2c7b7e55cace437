import type { TaskState } from '@renderer/data/expert-tasks'
import { Shape, type ShapeName } from '@renderer/ui/Shape'
import { useTranslation } from '@renderer/ui/translation'

const looks: Readonly<Record<TaskState, readonly [ShapeName, 'grey' | 'blue' | 'green' | 'violet' | 'amber']>> = {
  undeclared: ['outline', 'grey'],
  recused: ['cross', 'grey'],
  opening: ['ring', 'blue'],
  destroyed: ['cross', 'grey'],
  reviewing: ['half-circle', 'blue'],
  sealed: ['diamond', 'violet'],
  committed: ['ring', 'violet'],
  exported: ['dot', 'green'],
}

/** One word, one colour, one shape. */
export function TaskStateMark({ state }: { readonly state: TaskState }) {
  const { t } = useTranslation()
  const [shape, tone] = looks[state]
  return (
    <span className="mark">
      <Shape shape={shape} tone={tone} />
      {t(`expert.state.${state}`)}
    </span>
  )
}
