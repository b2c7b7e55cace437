import type { JudgementVerdict } from '@shared/domain/judgement'
import type { CheckVerdict } from '@shared/domain/rule-ids'
import type { StatusTone } from '@shared/workflow/status-look'
import { Shape, type ShapeName } from './Shape'
import { useTranslation } from './translation'
import { wordsOf } from './words'

type Look = readonly [shape: ShapeName, tone: StatusTone]

const judgementLook: Readonly<Record<JudgementVerdict, Look>> = {
  conforms: ['dot', 'green'],
  'mostly-conforms': ['half-circle', 'blue'],
  'does-not-conform': ['square', 'red'],
  'cannot-tell': ['tilde', 'amber'],
}

const checkLook: Readonly<Record<CheckVerdict, Look>> = {
  met: ['dot', 'green'],
  'not-met': ['square', 'red'],
  provisional: ['ring', 'amber'],
  'not-applicable': ['outline', 'grey'],
}

/** 符合 / 基本符合 / 不符合 / 材料不足以判断, as somebody judged; `compact` leaves the word to the tooltip. */
export function JudgementMark(props: { readonly verdict: JudgementVerdict; readonly compact?: boolean }) {
  const { t } = useTranslation()
  const [shape, tone] = judgementLook[props.verdict]
  const words = wordsOf(t, `judgement.${props.verdict}`)
  return (
    <span className="mark" title={words}>
      <Shape shape={shape} tone={tone} />
      <span className={props.compact === true ? 'visually-hidden' : undefined}>{words}</span>
    </span>
  )
}

/** What an automatic check says. */
export function CheckMark({ verdict }: { readonly verdict: CheckVerdict }) {
  const { t } = useTranslation()
  const [shape, tone] = checkLook[verdict]
  return (
    <span className="mark">
      <Shape shape={shape} tone={tone} />
      {wordsOf(t, `verdict.${verdict}`)}
    </span>
  )
}
