import { Button, Input } from 'antd'
import type { Figure } from '@shared/domain/annual-figures'
import { newLocalId } from '@renderer/platform/ids'
import { useTranslation } from '@renderer/ui/translation'

/**
 * 年度指标表: which figures of a year the office asks for, with their units. A work rule; what was filled in stays under its
 * id.
 */
export function FigureList(props: {
  readonly figures: readonly Figure[]
  readonly onChange: (figures: readonly Figure[]) => void
}) {
  const { t } = useTranslation()
  const { figures, onChange } = props
  const set = (index: number, part: Partial<Figure>) => {
    onChange(figures.map((figure, at) => (at === index ? { ...figure, ...part } : figure)))
  }
  return (
    <div className="stack">
      <p className="quiet">{t('figures.hint')}</p>
      {figures.map(({ id, name, unit, group }, index) => (
        <div key={id} className="row figure-row">
          <Input
            aria-label={t('figures.group', { number: index + 1 })}
            placeholder={t('figures.groupName')}
            maxLength={80}
            value={group}
            onChange={(event) => {
              set(index, { group: event.target.value })
            }}
          />
          <Input
            className="grow"
            aria-label={t('figures.name', { number: index + 1 })}
            placeholder={t('field.figureId')}
            maxLength={300}
            value={name}
            onChange={(event) => {
              set(index, { name: event.target.value })
            }}
          />
          <Input
            aria-label={t('figures.unit', { number: index + 1 })}
            placeholder={t('figures.unitName')}
            maxLength={40}
            value={unit}
            onChange={(event) => {
              set(index, { unit: event.target.value })
            }}
          />
          <Button
            disabled={index === 0}
            onClick={() => {
              const figure = figures[index]
              if (figure !== undefined) onChange(figures.toSpliced(index, 1).toSpliced(index - 1, 0, figure))
            }}
          >
            {t('batch.up')}
          </Button>
          <Button
            onClick={() => {
              onChange(figures.toSpliced(index, 1))
            }}
          >
            {t('common.remove')}
          </Button>
        </div>
      ))}
      <Button
        onClick={() => {
          onChange([...figures, { id: newLocalId('figure'), name: '', unit: '', group: figures.at(-1)?.group ?? '' }])
        }}
      >
        {t('figures.add')}
      </Button>
    </div>
  )
}
