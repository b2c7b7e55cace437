import { Alert, Button } from 'antd'
import { useState } from 'react'
import { Link } from 'react-router'
import type { DocumentModel } from '@shared/documents/blocks'
import type { MissingValue } from '@shared/documents/missing-values'
import { composePanelOpinion } from '@shared/documents/panel-opinion'
import type { Panel, PanelOpinion } from '@shared/domain/panel'
import type { DossierCase } from '@renderer/data/cases'
import { recordDocumentExport } from '@renderer/data/exports'
import { withPaperCode } from '@shared/documents/paper-code'
import { panelOpinionFacts } from '@renderer/data/panel-opinion-facts'
import { now } from '@renderer/platform/clock'
import { useSession } from '@renderer/data/session'
import { DocumentPreview } from '@renderer/parts/document-preview/DocumentPreview'
import { useIntoView } from '@renderer/ui/use-into-view'
import { useTranslation } from '@renderer/ui/translation'
import { wordsOf } from '@renderer/ui/words'

/** The opinion that was sealed: shown as the paper it becomes, and written with signatures. */
export function SealedOpinion(props: {
  readonly dossier: DossierCase
  readonly panel: Panel
  readonly opinion: PanelOpinion
  /** Sealed this very moment: it comes into view. */
  readonly isNew: boolean
  /** Begins a correction; null while one is being written. */
  readonly onCorrect: (() => void) | null
}) {
  const { t } = useTranslation()
  const { dossier, panel, opinion, isNew, onCorrect } = props
  const shown = useIntoView<HTMLElement>(isNew ? `${opinion.dossierId}@${opinion.version}` : null)
  const exchangeFolder = useSession((session) => session.status?.exchangeFolder ?? '')
  const [model, setModel] = useState<DocumentModel | null>(null)
  const [missing, setMissing] = useState<readonly MissingValue[]>([])
  return (
    <section ref={shown} className="panel" role="status">
      <Alert
        type="success"
        showIcon
        title={t('opinion.sealed', {
          version: opinion.version,
          on: opinion.signedOn,
          conclusion: wordsOf(t, `value.conclusion.${opinion.conclusion}`),
        })}
        description={t('opinion.sealedNext')}
        action={
          <span className="row">
            {onCorrect === null ? null : (
              <Button onClick={onCorrect}>{t('opinion.correct', { version: opinion.version + 1 })}</Button>
            )}
            <Link to={`/panels/${panel.id}/countersign/${dossier.file.id}`}>{t('countersign.go')}</Link>
            <Button
              type="primary"
              onClick={() => {
                const composed = composePanelOpinion(panelOpinionFacts(dossier, panel, opinion, now(), 'final'))
                setMissing(composed.ok ? [] : composed.error.missing)
                if (composed.ok) setModel(withPaperCode(composed.value))
              }}
            >
              {t('batch.previewFinal')}
            </Button>
          </span>
        }
      />
      {missing.length === 0 ? null : (
        <Alert
          type="error"
          showIcon
          role="alert"
          title={t('batch.missing', { items: missing.map((item) => item.label).join('；') })}
        />
      )}
      {model === null ? null : (
        <DocumentPreview
          model={model}
          baseName={t('opinion.fileName', { name: dossier.file.content.alliance.name })}
          sign
          attachments={[{ name: 'panel-opinion.json', json: opinion }]}
          exchangeFolder={exchangeFolder}
          onWritten={(files) =>
            recordDocumentExport('panel-opinion', { dossierId: dossier.file.id }, files, model.verification)
          }
          onClose={() => {
            setModel(null)
          }}
        />
      )}
    </section>
  )
}
