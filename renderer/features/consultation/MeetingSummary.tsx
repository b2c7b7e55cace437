import { Alert, Button, Select } from 'antd'
import { useState } from 'react'
import { meetingSummaryPaper } from '@shared/documents/catalogue-meeting'
import { paperNames } from '@shared/documents/vocabulary/papers'
import type { OfficeSettings } from '@shared/domain/office'
import { isSampleAlliance } from '@shared/domain/sample'
import { presentRegulation } from '@shared/regulation/versions'
import { takesAction } from '@shared/workflow/status-moves'
import type { DossierCase } from '@renderer/data/cases'
import { useToday } from '@renderer/data/use-live'
import { usePaperDesk } from '@renderer/parts/papers/use-paper-desk'
import { TableButton } from '@renderer/parts/tables/TableButton'
import { Labelled } from '@renderer/ui/Labelled'
import { useTranslation } from '@renderer/ui/translation'
import { summaryTable } from './summary-table'

/** 提请会商汇总表 before the meeting (Art. 13): everything that awaits it on one sheet, as a paper and as a workbook. */
export function MeetingSummary(props: { readonly cases: readonly DossierCase[]; readonly office: OfficeSettings }) {
  const { t } = useTranslation()
  const { cases, office } = props
  const today = useToday()
  const desk = usePaperDesk()
  const [leftOut, setLeftOut] = useState<readonly string[]>([])
  const waiting = cases.filter(({ status }) => takesAction(status, 'decide'))
  const listed = waiting.filter(({ file }) => !leftOut.includes(file.id))
  const samples = listed.filter(({ file }) => isSampleAlliance(file.content.alliance)).length
  const isMixed = samples > 0 && samples < listed.length
  if (waiting.length === 0) return null
  return (
    <section className="panel stack" aria-label={t('consultation.summary')}>
      <h2>{t('consultation.summary')}</h2>
      <p className="quiet">{t('consultation.summaryNote')}</p>
      <Labelled label={t('consultation.listed', { count: listed.length })} htmlFor="summary-listed" wide>
        <Select
          id="summary-listed"
          mode="multiple"
          showSearch={{ optionFilterProp: 'label' }}
          value={listed.map(({ file }) => file.id)}
          options={waiting.map(({ file }) => ({ value: file.id, label: file.content.alliance.name }))}
          onChange={(chosen) => {
            const isChosen = new Set<string>(chosen)
            setLeftOut(waiting.flatMap(({ file }) => (isChosen.has(file.id) ? [] : [file.id])))
          }}
        />
      </Labelled>
      {isMixed ? <Alert type="warning" showIcon title={t('consultation.mixed')} /> : null}
      <div className="row">
        <Button
          type="primary"
          disabled={listed.length === 0 || isMixed}
          loading={desk.busy}
          onClick={() => {
            desk.open({
              paper: meetingSummaryPaper,
              ground: { dossierIds: listed.map(({ file }) => file.id) },
              load: (createdAt) =>
                Promise.resolve({
                  createdAt,
                  dossiers: listed.map(({ file }) => file),
                  settings: office,
                  regulationTitle: presentRegulation.title,
                }),
            })
          }}
        >
          {t('consultation.makeSummary')}
        </Button>
        <TableButton
          label={t('consultation.exportSummary')}
          kind="consultation-summary"
          about={{}}
          baseName={`${paperNames['consultation-summary']}-${today}`}
          disabled={listed.length === 0 || isMixed}
          table={() => Promise.resolve(summaryTable(listed, office, t))}
        />
      </div>
      {desk.element}
    </section>
  )
}
