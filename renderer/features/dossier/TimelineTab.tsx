import { Button } from 'antd'
import { useLiveQuery } from 'dexie-react-hooks'
import { useState } from 'react'
import { useSearchParams } from 'react-router'
import type { DossierId } from '@shared/domain/ids'
import { toldSorts, type ToldSort } from '@shared/records/kinds/told'
import { loadAllianceHistory, type HistoryEntry } from '@renderer/data/alliance-history'
import { EmptyScreen } from '@renderer/ui/EmptyScreen'
import { useTranslation } from '@renderer/ui/translation'
import { HistoryRow } from './HistoryRow'
import { VersionChanges } from './VersionChanges'

/** As many entries are drawn at once; an alliance of ten years has hundreds. */
const atOnce = 100

/** 历史: everything recorded of an alliance, by the days on which it happened, the latest first. */
export function TimelineTab({ dossierId }: { readonly dossierId: DossierId }) {
  const { t } = useTranslation()
  const entries = useLiveQuery(() => loadAllianceHistory(dossierId), [dossierId])
  const [sort, setSort] = useState<ToldSort | null>(null)
  const [length, setLength] = useState(atOnce)
  const [search, setSearch] = useSearchParams()
  if (entries === undefined) return <p role="status">{t('common.loading')}</p>
  const chosen = sort === null ? entries : entries.filter((entry) => entry.sort === sort)
  const shown = chosen.slice(0, length)
  const version = Number(search.get('version') ?? '0')
  return (
    <div className="stack">
      <SortChoice entries={entries} sort={sort} onChoose={setSort} />
      {entries.length === 0 ? <EmptyScreen words={t('history.empty')} /> : null}
      <div className="scroll-x" tabIndex={0} role="group" aria-label={t('dossier.tab.timeline')}>
        <table className="plain-table history">
          <thead>
            <tr>
              <th scope="col">{t('field.on')}</th>
              <th scope="col">{t('timeline.what')}</th>
              <th scope="col">{t('timeline.who')}</th>
              <th scope="col">{t('history.papers')}</th>
            </tr>
          </thead>
          {byYear(shown).map(([year, own]) => (
            <tbody key={year}>
              <tr>
                <th scope="rowgroup" colSpan={4}>
                  {t('history.year', { year })}
                </th>
              </tr>
              {own.map((entry) => (
                <HistoryRow key={entry.id} entry={entry} dossierId={dossierId} />
              ))}
            </tbody>
          ))}
        </table>
      </div>
      {shown.length === chosen.length ? null : (
        <Button
          onClick={() => {
            setLength(length + atOnce)
          }}
        >
          {t('history.more', { count: chosen.length - shown.length })}
        </Button>
      )}
      {version > 0 ? (
        <VersionChanges
          dossierId={dossierId}
          version={version}
          onClose={() => {
            setSearch({ tab: 'timeline' }, { replace: true })
          }}
        />
      ) : null}
    </div>
  )
}

/** Sorts that there are, each with how many; one at a time or all. */
function SortChoice(props: {
  readonly entries: readonly HistoryEntry[]
  readonly sort: ToldSort | null
  readonly onChoose: (sort: ToldSort | null) => void
}) {
  const { t } = useTranslation()
  const { entries, sort, onChoose } = props
  const counts = new Map<ToldSort, number>()
  for (const entry of entries) counts.set(entry.sort, (counts.get(entry.sort) ?? 0) + 1)
  const button = (one: ToldSort | null, words: string, count: number) => (
    <Button
      key={one ?? ''}
      size="small"
      type={sort === one ? 'primary' : 'default'}
      aria-pressed={sort === one}
      onClick={() => {
        onChoose(one)
      }}
    >
      {t('history.sortCount', { words, count })}
    </Button>
  )
  return (
    <div className="row tight" role="group" aria-label={t('history.filter')}>
      {button(null, t('history.all'), entries.length)}
      {toldSorts
        .filter((one) => counts.has(one))
        .map((one) => button(one, t(`told.sort.${one}`), counts.get(one) ?? 0))}
    </div>
  )
}

/** Entries in their order, those of one year together. */
function byYear(entries: readonly HistoryEntry[]): readonly (readonly [string, readonly HistoryEntry[]])[] {
  const years = new Map<string, HistoryEntry[]>()
  for (const entry of entries) {
    const year = entry.day.slice(0, 4)
    const own = years.get(year)
    if (own === undefined) years.set(year, [entry])
    else own.push(entry)
  }
  return [...years]
}
