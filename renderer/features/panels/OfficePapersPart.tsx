import { Button } from 'antd'
import { useLiveQuery } from 'dexie-react-hooks'
import { useState } from 'react'
import { drawRecordPaper, panelOfficePapers } from '@shared/documents/catalogue-panel'
import type { Panel } from '@shared/domain/panel'
import type { DossierCase } from '@renderer/data/cases'
import { loadDraws } from '@renderer/data/expert-draws'
import { useOffice } from '@renderer/data/use-live'
import { usePaperDesk } from '@renderer/parts/papers/use-paper-desk'
import { useTranslation } from '@renderer/ui/translation'
import { DrawDialog } from './DrawDialog'
import { DrawnOrder } from './DrawnOrder'

/** 抽取专家, and the papers of the office around a panel: work rules, none of them the measure's. */
export function OfficePapersPart({ panel, cases }: { readonly panel: Panel; readonly cases: readonly DossierCase[] }) {
  const { t } = useTranslation()
  const office = useOffice()
  const draws = useLiveQuery(() => loadDraws(panel.id), [panel.id], [])
  const [isDrawing, setDrawing] = useState(false)
  const desk = usePaperDesk()
  const nameOf = (id: string) => cases.find(({ file }) => file.id === id)?.file.content.alliance.name
  const facts = (createdAt: string) => ({
    createdAt,
    panel,
    settings: office,
    allianceNames: panel.dossierIds.flatMap((id) => nameOf(id) ?? []),
    dossiers: cases.map(({ file }) => file),
  })
  const ground = { panelId: panel.id, dossierIds: panel.dossierIds }
  return (
    <section className="panel stack" aria-label={t('panelPapers.title')}>
      <h2>
        {t('panelPapers.title')} <span className="tag work-rule">{t('common.workRule')}</span>
      </h2>
      <div className="row">
        {panelOfficePapers.map((paper) => (
          <Button
            key={paper.kind}
            disabled={desk.busy}
            onClick={() => {
              desk.open({
                paper,
                subject: { id: panel.id, label: '' },
                ground,
                load: (createdAt) => Promise.resolve(facts(createdAt)),
              })
            }}
          >
            {t(`document.${paper.kind}`)}
          </Button>
        ))}
        <Button
          onClick={() => {
            setDrawing(true)
          }}
        >
          {t('draw.do')}
        </Button>
      </div>
      {draws.map(({ id, draw }, index) => (
        <DrawnOrder
          key={id}
          id={id}
          draw={draw}
          number={index + 1}
          onPaper={() => {
            desk.open({
              paper: drawRecordPaper,
              subject: { id, label: '' },
              ground,
              load: (createdAt) => Promise.resolve({ ...facts(createdAt), draw }),
            })
          }}
        />
      ))}
      {isDrawing ? (
        <DrawDialog
          panel={panel}
          onClose={() => {
            setDrawing(false)
          }}
        />
      ) : null}
      {desk.element}
    </section>
  )
}
