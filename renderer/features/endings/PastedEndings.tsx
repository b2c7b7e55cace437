import { Alert, Button } from 'antd'
import { useState } from 'react'
import { endingGaps, registerEnding, type EndingDraft, type EndingLine } from '@shared/acts/ended-register'
import { visibleText } from '@shared/lib/visible-text'
import { endingTable } from '@shared/tables/ending-table'
import { useDraft } from '@renderer/data/use-draft'
import { useToday } from '@renderer/data/use-live'
import { dayAndTime } from '@renderer/platform/clock'
import { gapWords } from '@renderer/platform/gap-words'
import { TableIntake } from '@renderer/parts/tables/TableIntake'
import { DraftNote } from '@renderer/ui/DraftNote'
import { ErrorNote } from '@renderer/ui/ErrorNote'
import { useTask } from '@renderer/ui/use-task'
import { useTranslation } from '@renderer/ui/translation'
import { draftOfRow, isListed, register } from './endings-actions'
import { EndingDialog } from './EndingDialog'
import { endingWords } from './ending-words'

const noRows: readonly EndingDraft[] = []

/** A table of the office's own: what was read waits here, line by line, until a person puts it on record. */
export function PastedEndings({ lines }: { readonly lines: readonly EndingLine[] }) {
  const { t } = useTranslation()
  const today = useToday()
  const draft = useDraft<readonly EndingDraft[]>('endings-table', noRows)
  const [edited, setEdited] = useState<number | null>(null)
  const task = useTask()
  const rows = draft.value
  // Each is held against the register and against the lines before it.
  const checked = rows.reduce<{ readonly gaps: readonly string[][]; readonly known: readonly EndingLine[] }>(
    ({ gaps, known }, row) => {
      const said = registerEnding(row, known, { today })
      const fresh = said.ok
        ? said.value.flatMap((one) => (one.type === 'revocation.registered' ? [one.payload] : []))
        : []
      const words = endingGaps(row, known, today).map((gap) => {
        const field = gap.field === null ? '' : t(`ending.${gap.field}` as 'ending.ground')
        return `${field}${t('punctuation.colon')}${gapWords(gap, t)}`
      })
      return { gaps: [...gaps, words], known: [...known, ...(fresh as unknown as readonly EndingLine[])] }
    },
    { gaps: [], known: lines },
  ).gaps
  const inOrder = rows.filter((_, index) => checked[index]?.length === 0)
  const change = (next: readonly EndingDraft[]) => {
    draft.change(next)
  }
  return (
    <TableIntake
      shape={endingTable}
      words={endingWords}
      isKnown={(values) => isListed(values, lines)}
      onTake={(taken) => {
        change([...rows, ...taken.map(draftOfRow)])
      }}
    >
      {rows.length === 0 ? null : (
        <section className="stack" aria-label={t('endings.waiting')}>
          <h3>{t('endings.waiting')}</h3>
          <DraftNote draft={draft} timeOf={dayAndTime} />
          <ul className="plain">
            {rows.map((row, index) => (
              <li key={`${row.allianceName}-${index}`} className="check">
                <span className="row">
                  <strong>{visibleText(row.allianceName)}</strong>
                  <span>{row.decidedOn ?? ''}</span>
                  <Button
                    size="small"
                    onClick={() => {
                      setEdited(index)
                    }}
                  >
                    {t('common.edit')}
                  </Button>
                  <Button
                    size="small"
                    onClick={() => {
                      change(rows.toSpliced(index, 1))
                    }}
                  >
                    {t('endings.leaveOut')}
                  </Button>
                </span>
                {(checked[index] ?? []).map((words) => (
                  <div key={words} className="field-error">
                    {words}
                  </div>
                ))}
              </li>
            ))}
          </ul>
          {inOrder.length === rows.length ? null : (
            <Alert type="info" showIcon title={t('endings.notInOrder', { count: rows.length - inOrder.length })} />
          )}
          <ErrorNote error={task.error} />
          <div className="row">
            <Button
              type="primary"
              disabled={inOrder.length === 0}
              loading={task.busy}
              onClick={() => {
                task.run(async () => {
                  // One after the other: what is on record leaves the list, whatever comes of the next.
                  for (const row of inOrder) {
                    await register(row, today, null)
                    draft.change((now) => now.filter((other) => other !== row))
                  }
                })
              }}
            >
              {t('endings.registerAll', { count: inOrder.length })}
            </Button>
          </div>
        </section>
      )}
      {edited === null || rows[edited] === undefined ? null : (
        <EndingDialog
          of={`pasted-${edited}-${rows[edited].allianceName}`}
          begin={rows[edited]}
          lines={lines}
          onClose={() => {
            setEdited(null)
          }}
          onDone={() => {
            change(rows.toSpliced(edited, 1))
            setEdited(null)
          }}
        />
      )}
    </TableIntake>
  )
}
