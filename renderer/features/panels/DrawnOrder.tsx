import { Button, Input, Select } from 'antd'
import { useState } from 'react'
import { drawOutcomes, seatedOf, type ExpertDraw } from '@shared/domain/expert-draw'
import { visibleText } from '@shared/lib/visible-text'
import { keepDrawAnswer } from '@renderer/data/expert-draws'
import { ErrorNote } from '@renderer/ui/ErrorNote'
import { useTask } from '@renderer/ui/use-task'
import { useTranslation } from '@renderer/ui/translation'

/** The order that follows from a seed: who sits, who stands by, and what each answered with the reason. */
export function DrawnOrder(props: {
  readonly id: string
  readonly draw: ExpertDraw
  readonly number: number
  readonly onPaper: () => void
}) {
  const { t } = useTranslation()
  const { id, draw, number, onPaper } = props
  const [reasons, setReasons] = useState<Readonly<Record<string, string>>>({})
  const task = useTask()
  const { order, answerOf, seated, standBy } = seatedOf(draw)
  const seatOf = (expertId: string) =>
    seated.some((one) => one.expertId === expertId)
      ? t('draw.seated')
      : standBy.some((one) => one.expertId === expertId)
        ? t('draw.standBy')
        : ''
  return (
    <div className="check stack">
      <div className="row spread">
        <h3>{t('draw.number', { number, on: draw.drawnOn, wanted: draw.wanted, count: draw.pool.length })}</h3>
        <Button size="small" onClick={onPaper}>
          {t('document.expert-draw-record')}
        </Button>
      </div>
      <p className="quiet path">{t('draw.seedIs', { seed: draw.seed, name: draw.supervisedBy })}</p>
      <ol>
        {order.map(({ expertId, name, unitName }) => {
          const answer = answerOf.get(expertId)
          return (
            <li key={expertId}>
              <span className="row tight">
                <strong>{visibleText(name)}</strong>
                <span className="quiet">{visibleText(unitName)}</span>
                {seatOf(expertId) === '' ? null : <span className="tag">{seatOf(expertId)}</span>}
                <Input
                  size="small"
                  className="draw-reason"
                  aria-label={t('draw.reasonOf', { name })}
                  placeholder={t('draw.reasonHint')}
                  value={reasons[expertId] ?? answer?.reason ?? ''}
                  onChange={(event) => {
                    setReasons({ ...reasons, [expertId]: event.target.value })
                  }}
                />
                <Select
                  size="small"
                  className="draw-outcome"
                  aria-label={t('draw.outcomeOf', { name })}
                  placeholder={t('draw.outcome')}
                  value={answer?.outcome ?? null}
                  options={drawOutcomes.map((outcome) => ({ value: outcome, label: t(`drawOutcome.${outcome}`) }))}
                  onChange={(outcome) => {
                    const reason = reasons[expertId] ?? answer?.reason ?? ''
                    task.run(async () => {
                      await keepDrawAnswer(id, draw, { expertId, outcome, reason })
                    })
                  }}
                />
              </span>
            </li>
          )
        })}
      </ol>
      <ErrorNote error={task.error} />
    </div>
  )
}
