import { Button, Table } from 'antd'
import { useLiveQuery } from 'dexie-react-hooks'
import { useState } from 'react'
import { yearOf } from '@shared/domain/date'
import { reportRecipients } from '@shared/domain/handed-in'
import { arrivedOn } from '@shared/domain/report-terms'
import { loadFiguresOf } from '@renderer/data/annual-figures'
import type { DossierCase } from '@renderer/data/cases'
import { useToday } from '@renderer/data/use-live'
import { FiguresDialog } from '@renderer/parts/figures/FiguresDialog'
import { SupportPart } from '@renderer/parts/support/SupportPart'
import { useTranslation } from '@renderer/ui/translation'

/** 年度: the reports of each year with their days and files, and the key figures over the years. */
export function YearsTab({ dossier }: { readonly dossier: DossierCase }) {
  const { t } = useTranslation()
  const today = useToday()
  const [filling, setFilling] = useState<number | null>(null)
  const { id, content, proceedings } = dossier.file
  const office = dossier.facts.settings
  const figures = useLiveQuery(() => loadFiguresOf(id), [id], [])
  const reports = proceedings.annualReports.toReversed()
  const years = figures.map(({ year }) => year)
  const known = (year: number, figureId: string) =>
    figures.find((one) => one.year === year)?.values.find((value) => value.figureId === figureId)?.value ?? ''
  return (
    <div className="stack">
      <h3>{t('years.reports')}</h3>
      {reports.length === 0 ? (
        <p className="quiet">{t('years.noReports')}</p>
      ) : (
        <Table
          rowKey="year"
          size="small"
          pagination={false}
          dataSource={reports}
          scroll={{ x: 'max-content' }}
          columns={[
            { title: t('field.year'), key: 'year', render: (_, { year }) => year },
            {
              title: t('reportPart.summary'),
              key: 'summary',
              render: (_, { hasSummary }) => t(hasSummary ? 'years.here' : 'years.notHere'),
            },
            {
              title: t('reportPart.plan'),
              key: 'plan',
              render: (_, { hasPlan }) => t(hasPlan ? 'years.here' : 'years.notHere'),
            },
            ...reportRecipients.map((recipient) => ({
              title: t('returns.dayAt', { place: t(`recipient.${recipient}`) }),
              key: recipient,
              render: (_: unknown, report: (typeof reports)[number]) => arrivedOn(report, recipient) ?? '—',
            })),
            {
              title: t('field.files'),
              key: 'files',
              render: (_, { files = [] }) =>
                files.length === 0 ? (
                  '—'
                ) : (
                  <ul className="plain">
                    {files.map(({ part, fileName, sha256 }) => (
                      <li key={`${part}-${sha256}`} className="path board-missing">
                        {fileName} <span className="quiet">{t(`reportPart.${part}`)}</span>
                      </li>
                    ))}
                  </ul>
                ),
            },
          ]}
        />
      )}
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
      <SupportPart dossierId={id} />
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
    </div>
  )
}
