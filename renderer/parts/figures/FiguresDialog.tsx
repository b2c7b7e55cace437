import { Input, Modal } from 'antd'
import { useState } from 'react'
import { saveFigures } from '@shared/acts/annual-figures'
import type { AnnualFigures } from '@shared/domain/annual-figures'
import type { DossierId } from '@shared/domain/ids'
import type { OfficeSettings } from '@shared/domain/office'
import { keepFigures } from '../../data/annual-figures'
import { useDraft } from '../../data/use-draft'
import { wordsAt } from '../../platform/gap-words'
import { DialogFoot } from '../../ui/DialogFoot'
import { ErrorNote } from '../../ui/ErrorNote'
import { Labelled } from '../../ui/Labelled'
import { NumberInput } from '../../ui/NumberInput'
import { TextArea } from '../../ui/TextArea'
import { useTranslation } from '../../ui/translation'
import { useTask } from '../../ui/use-task'

type Typed = { readonly year: number; readonly values: Readonly<Record<string, string>>; readonly note: string }

const typedOf = (year: number, known: AnnualFigures | undefined): Typed => ({
  year,
  values: Object.fromEntries((known?.values ?? []).map(({ figureId, value }) => [figureId, value])),
  note: known?.note ?? '',
})

/** 年度指标 of one alliance for one year, by the office's own table. */
export function FiguresDialog(props: {
  readonly dossierId: DossierId
  readonly name: string
  readonly year: number
  readonly known: readonly AnnualFigures[]
  readonly office: OfficeSettings
  readonly onClose: () => void
}) {
  const { t } = useTranslation()
  const { dossierId, name, known, office, onClose } = props
  const task = useTask()
  const [asked, setAsked] = useState(false)
  const of = (year: number) => known.find((one) => one.year === year)
  const draft = useDraft<Typed>(`figures/${dossierId}`, typedOf(props.year, of(props.year)))
  const { year, values, note } = draft.value
  const about = { figures: office.annualFigures, before: of(year) ?? null, note }
  const decided = saveFigures(dossierId, year, values, about)
  const gaps = decided.ok || !asked ? [] : decided.error
  return (
    <Modal
      open
      width="48rem"
      className="tall"
      title={t('figures.of', { name })}
      onCancel={onClose}
      footer={
        <DialogFoot
          leave={t('common.cancel')}
          onLeave={onClose}
          act={t('figures.save')}
          busy={task.busy}
          onAct={() => {
            setAsked(true)
            if (!decided.ok) return
            task.run(async () => {
              await keepFigures(dossierId, year, values, about)
              await draft.drop()
              onClose()
            })
          }}
        />
      }
    >
      <div className="stack">
        <Labelled label={t('field.year')} htmlFor="figures-year">
          <NumberInput
            id="figures-year"
            min={2000}
            max={2199}
            value={year}
            onChange={(next) => {
              draft.change(typedOf(next ?? Number.NaN, of(next ?? Number.NaN)))
            }}
          />
        </Labelled>
        <div className="fields">
          {office.annualFigures.map((figure) => (
            <Labelled
              key={figure.id}
              label={figure.unit === '' ? figure.name : t('campaign.figure', figure)}
              htmlFor={`figure-${figure.id}`}
              error={wordsAt(gaps, figure.id, t)}
            >
              <Input
                id={`figure-${figure.id}`}
                className="number"
                inputMode="decimal"
                value={values[figure.id] ?? ''}
                onChange={(event) => {
                  const text = event.target.value
                  draft.change((now) => ({ ...now, values: { ...now.values, [figure.id]: text } }))
                }}
              />
            </Labelled>
          ))}
        </div>
        <Labelled label={t('figures.note')} htmlFor="figures-note">
          <TextArea
            id="figures-note"
            autoSize={{ minRows: 2, maxRows: 6 }}
            value={note}
            onChange={(event) => {
              draft.change((now) => ({ ...now, note: event.target.value }))
            }}
          />
        </Labelled>
        <ErrorNote error={task.error} />
      </div>
    </Modal>
  )
}
