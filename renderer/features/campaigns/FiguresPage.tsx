import { Button, Spin, Table } from 'antd'
import { useLiveQuery } from 'dexie-react-hooks'
import { useState } from 'react'
import { Link } from 'react-router'
import { yearOf } from '@shared/domain/date'
import type { Candidate } from '@shared/domain/cohort'
import { visibleText } from '@shared/lib/visible-text'
import { loadAllFigures } from '@renderer/data/annual-figures'
import { loadCandidates } from '@renderer/data/campaigns'
import { useLiveOf, useLoadedOffice, useToday } from '@renderer/data/use-live'
import { paperNames } from '@shared/documents/vocabulary/papers'
import { TableButton } from '@renderer/parts/tables/TableButton'
import { figuresTable } from './board-table'
import { FiguresDialog } from '@renderer/parts/figures/FiguresDialog'
import { EmptyScreen } from '@renderer/ui/EmptyScreen'
import { Labelled } from '@renderer/ui/Labelled'
import { PageHead } from '@renderer/ui/PageHead'
import { NumberInput } from '@renderer/ui/NumberInput'
import { useTranslation } from '@renderer/ui/translation'

/** 年度指标: the key figures of a year over all alliances, and what is filled in of how many. */
export function FiguresPage() {
  const { t } = useTranslation()
  const today = useToday()
  const office = useLoadedOffice()
  const [typed, setTyped] = useState<number | null>(yearOf(today))
  // While what stands in the field is no year, the list is that of this one.
  const year = typed === null || Number.isNaN(typed) ? yearOf(today) : typed
  const [filling, setFilling] = useState<Candidate | null>(null)
  const candidates = useLiveOf(`all ${today}`, () => loadCandidates(today))
  const all = useLiveQuery(loadAllFigures)
  if (office === undefined || candidates === undefined || all === undefined) return <Spin />
  const of = (dossierId: string) => all.get(dossierId) ?? []
  const valueOf = (dossierId: string, figureId: string) =>
    of(dossierId)
      .find((one) => one.year === year)
      ?.values.find((value) => value.figureId === figureId)?.value
  const filled = candidates.filter(({ dossierId }) => of(dossierId).some((one) => one.year === year)).length
  return (
    <>
      <PageHead
        title={t('figures.pageTitle')}
        note={t('figures.filled', { filled, all: candidates.length })}
        actions={
          <TableButton
            label={t('figures.export')}
            kind="annual-figures"
            about={{}}
            baseName={`${paperNames['annual-figures']}-${year}`}
            disabled={candidates.length === 0 || office.annualFigures.length === 0}
            table={() => Promise.resolve(figuresTable(candidates, year, { office, figures: all, t }))}
          />
        }
      />
      <section className="panel stack">
        <div className="row">
          <Labelled label={t('field.year')} htmlFor="figures-page-year">
            <NumberInput id="figures-page-year" min={2000} max={2199} value={typed} onChange={setTyped} />
          </Labelled>
        </div>
        {candidates.length === 0 ? (
          <EmptyScreen words={t('figures.nobody')} />
        ) : (
          <Table<Candidate>
            rowKey="dossierId"
            size="small"
            pagination={candidates.length > 50 ? { pageSize: 50 } : false}
            dataSource={[...candidates]}
            scroll={{ x: 'max-content' }}
            columns={[
              {
                title: t('dossiers.alliance'),
                key: 'name',
                fixed: 'left',
                render: (_, { dossierId, name }) => (
                  <Link className="strong figure-alliance" to={`/dossiers/${dossierId}?tab=years`}>
                    {visibleText(name)}
                  </Link>
                ),
              },
              {
                title: '',
                key: 'fill',
                render: (_, candidate) => (
                  <Button
                    size="small"
                    aria-label={t('figures.fillOf', { name: candidate.name })}
                    onClick={() => {
                      setFilling(candidate)
                    }}
                  >
                    {t('figures.fill')}
                  </Button>
                ),
              },
              ...office.annualFigures.map(({ id, name, unit }) => ({
                title: (
                  <span className="figure-head">
                    {name}
                    {unit === '' ? null : <span className="quiet"> {unit}</span>}
                  </span>
                ),
                key: id,
                align: 'right' as const,
                render: (_: unknown, { dossierId }: Candidate) => (
                  <span className="number">{valueOf(dossierId, id) ?? '—'}</span>
                ),
              })),
            ]}
          />
        )}
      </section>
      {filling === null ? null : (
        <FiguresDialog
          key={`${filling.dossierId} ${year}`}
          dossierId={filling.dossierId}
          name={filling.name}
          year={year}
          known={of(filling.dossierId)}
          office={office}
          onClose={() => {
            setFilling(null)
          }}
        />
      )}
    </>
  )
}
