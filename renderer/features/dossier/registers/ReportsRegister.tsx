import { Table } from 'antd'
import { reportRecipients } from '@shared/domain/handed-in'
import { arrivedOn } from '@shared/domain/report-terms'
import type { DossierCase } from '@renderer/data/cases'
import { useTranslation } from '@renderer/ui/translation'

/** 年度总结和计划 (Art. 16): the reports of each year with their days and files. */
export function ReportsRegister({ dossier }: { readonly dossier: DossierCase }) {
  const { t } = useTranslation()
  const reports = dossier.file.proceedings.annualReports.toReversed()
  return (
    <>
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
    </>
  )
}
