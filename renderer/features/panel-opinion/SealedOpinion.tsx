import { Alert, Button } from 'antd'
import { Link } from 'react-router'
import { dossierDocument } from '@shared/documents/catalogue'
import type { Panel, PanelOpinion } from '@shared/domain/panel'
import type { DossierCase } from '@renderer/data/cases'
import { panelOpinionAsked } from '@shared/acts/paper-facts'
import { loadDocumentFacts } from '@renderer/data/document-facts'
import { usePaperDesk } from '@renderer/parts/papers/use-paper-desk'
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
  const desk = usePaperDesk()
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
              loading={desk.busy}
              onClick={() => {
                desk.open({
                  paper: dossierDocument('panel-opinion'),
                  ground: { dossierId: dossier.file.id, panelId: panel.id },
                  load: (createdAt) =>
                    loadDocumentFacts(dossier, createdAt, panelOpinionAsked, {
                      meant: { panel, panelOpinion: opinion },
                    }),
                })
              }}
            >
              {t('batch.previewFinal')}
            </Button>
          </span>
        }
      />
      {desk.element}
    </section>
  )
}
