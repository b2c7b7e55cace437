import { Button, Table } from 'antd'
import { useLiveQuery } from 'dexie-react-hooks'
import { useState } from 'react'
import { yearOf } from '@shared/domain/date'
import { loadFiguresOf } from '@renderer/data/annual-figures'
import type { DossierCase } from '@renderer/data/cases'
import { useToday } from '@renderer/data/use-live'
import { FiguresDialog } from '@renderer/parts/figures/FiguresDialog'
import { useTranslation } from '@renderer/ui/translation'

/** 年度指标: the key figures of the office's own table, over the years. */
export function FiguresRegister({ dossier }: { readonly dossier: DossierCase }) {
  const { t } = useTranslation()
  const today = useToday()
  const [filling, setFilling] = useState<number | null>(null)
  const { id, content } = dossier.file
  const office = dossier.facts.settings
  const figures = useLiveQuery(() => loadFiguresOf(id), [id], [])
  const years = figures.map(({ year }) => year)
  const known = (year: number, figureId: string) =>
    figures.find((one) => one.year === year)?.values.find((value) => value.figureId === figureId)?.value ?? ''
  return (
    <>
      <div className="row spread">
        <h3>
          {t('years.figures')} <span className="tag work-rule">{t('common.workRule')}</span>
        </h3>
        <Button
          onClick={() => {
            setFilling(yearOf(today))
          }}
        >
          {t('figures.fill')}
        </Button>
      </div>
      {years.length === 0 ? (
        <p className="quiet">{t('years.noFigures')}</p>
      ) : (
        <Table
          rowKey="id"
          size="small"
          pagination={false}
          dataSource={[...office.annualFigures]}
          scroll={{ x: 'max-content' }}
          columns={[
            { title: t('figures.groupName'), key: 'group', render: (_, { group }) => group },
            { title: t('field.figureId'), key: 'name', render: (_, { name }) => name },
            { title: t('figures.unitName'), key: 'unit', render: (_, { unit }) => unit },
            ...years.map((year) => ({
              title: String(year),
              key: String(year),
              align: 'right' as const,
              render: (_: unknown, { id: figureId }: { readonly id: string }) => (
                <span className="number">{known(year, figureId)}</span>
              ),
            })),
          ]}
        />
      )}
      {filling === null ? null : (
        <FiguresDialog
          dossierId={id}
          name={content.alliance.name}
          year={filling}
          known={figures}
          office={office}
          onClose={() => {
            setFilling(null)
          }}
        />
      )}
    </>
  )
}
