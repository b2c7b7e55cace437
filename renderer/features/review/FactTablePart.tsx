import { Checkbox } from 'antd'
import { useId, useMemo, useState, type KeyboardEvent, type ReactNode } from 'react'
import type { DossierContent } from '@shared/domain/dossier'
import type { CriterionId } from '@shared/domain/judgement'
import { formatWanYuan } from '@shared/lib/money'
import { factTable, type FactCell, type FactRow } from '@shared/regulation/fact-tables'
import { Shape } from '@renderer/ui/Shape'
import { useTranslation } from '@renderer/ui/translation'
import { FactButton, type FactActs } from './FactButton'
import { FactOriginTag } from './FactOriginTag'

/**
 * 逐行核对: what was noted of the papers, line by line beside the page, exceptions first. A line is ticked off by the
 * person who looked; nothing is ticked beforehand, and a line that changes is not ticked any more.
 */
export function FactTablePart(props: {
  readonly criterionId: CriterionId
  readonly content: DossierContent
  readonly ticks: ReadonlySet<string>
  readonly onTick: (row: string, isTicked: boolean) => void
  readonly acts: FactActs
}) {
  const { criterionId, content, ticks, onTick, acts } = props
  const { t } = useTranslation()
  const titleId = useId()
  const [onlyExceptions, setOnlyExceptions] = useState(false)
  const table = useMemo(() => factTable(criterionId, content), [criterionId, content])
  const keys = useMemo(
    () => new Map(table?.rows.map((row) => [row.id, tickOf(criterionId, row, content)])),
    [table, criterionId, content],
  )
  if (table === null) return null
  const exceptions = table.rows.filter((row) => row.exceptions.length > 0)
  const shown = onlyExceptions && exceptions.length > 0 ? exceptions : table.rows
  const isTicked = (row: FactRow) => ticks.has(keys.get(row.id) ?? '')
  return (
    <section aria-labelledby={titleId} className="fact-table">
      <h3 id={titleId}>{t(`facts.table.${table.id}`)}</h3>
      <p className="quiet">
        <FactOriginTag origin="noted" />{' '}
        {t('facts.tableCount', {
          all: table.rows.length,
          exceptions: exceptions.length,
          ticked: table.rows.filter(isTicked).length,
        })}{' '}
        {exceptions.length === 0 || exceptions.length === table.rows.length ? null : (
          <Checkbox checked={onlyExceptions} onChange={(event) => setOnlyExceptions(event.target.checked)}>
            {t('facts.onlyExceptions')}
          </Checkbox>
        )}
      </p>
      <div className="fact-table-scroll">
        <table onKeyDown={moveRow}>
          <thead>
            <tr>
              {table.columns.map((column) => (
                <th key={column} scope="col">
                  {t(`facts.column.${column}`)}
                </th>
              ))}
              <th scope="col">{t('facts.column.ticked')}</th>
            </tr>
          </thead>
          <tbody>
            {shown.map((row) => (
              <Line key={row.id} row={row} acts={acts}>
                <Checkbox
                  aria-label={t('facts.tickOf', { name: plain(row.cells[0], t) })}
                  checked={isTicked(row)}
                  onChange={(event) => onTick(keys.get(row.id) ?? row.id, event.target.checked)}
                />
              </Line>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  )
}

function Line({
  row,
  acts,
  children,
}: {
  readonly row: FactRow
  readonly acts: FactActs
  readonly children: ReactNode
}) {
  const { t } = useTranslation()
  const [first, ...others] = row.cells
  const name = plain(first, t)
  return (
    <tr data-exception={row.exceptions.length > 0}>
      <th scope="row">
        {row.source === null ? (
          name
        ) : (
          <FactButton source={row.source} acts={acts} name={name}>
            {name}
          </FactButton>
        )}
        {row.exceptions.map((exception) => (
          <span key={exception} className="fact-exception">
            <Shape shape="triangle" tone="amber" /> {t(`facts.exception.${exception}`)}
          </span>
        ))}
      </th>
      {others.map((cell, index) => (
        <td key={index} className={isDay(cell) ? 'fact-day' : undefined}>
          {plain(cell, t)}
        </td>
      ))}
      <td>{children}</td>
    </tr>
  )
}

const isDay = (cell: FactCell): boolean => cell.as === 'text' && /^\d{4}-\d{2}-\d{2}$/u.test(cell.value)

function plain(cell: FactCell | undefined, t: ReturnType<typeof useTranslation>['t']): string {
  switch (cell?.as) {
    case undefined:
    case 'none':
      return '—'
    case 'text':
      return cell.value
    case 'word':
      return t(`facts.word.${cell.value}`)
    case 'signer':
      return t('facts.signer', { name: cell.value, capacity: t(`facts.word.${cell.capacity}`) })
    case 'fen':
      return `${formatWanYuan(cell.value)} ${t('common.wan')}`
  }
}

/** What a tick is about: the line as it stands and the bytes that it was held against. */
function tickOf(criterionId: CriterionId, { id, cells, source }: FactRow, { materials }: DossierContent): string {
  const bytes = materials.find((material) => material.id === source?.materialId)?.sha256 ?? ''
  return JSON.stringify([criterionId, id, cells, source?.page ?? null, bytes])
}

/** Arrows go from line to line. */
function moveRow(event: KeyboardEvent<HTMLTableElement>): void {
  if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return
  if (event.altKey || event.ctrlKey || event.metaKey || !(event.target instanceof HTMLElement)) return
  const row = event.target.closest('tr')
  const next = event.key === 'ArrowDown' ? row?.nextElementSibling : row?.previousElementSibling
  const isTick = event.target instanceof HTMLInputElement
  const goal = next?.querySelector<HTMLElement>(isTick ? 'input' : '[data-fact]')
  if (goal === null || goal === undefined) return
  event.preventDefault()
  goal.focus()
}
