import { Alert, Button, Spin } from 'antd'
import { useState } from 'react'
import { Link, useParams } from 'react-router'
import { emptyItem, type OpinionDraft } from '@shared/acts/seal-panel-opinion'
import type { DossierId, PanelId } from '@shared/domain/ids'
import type { CriterionId } from '@shared/domain/judgement'
import type { Panel } from '@shared/domain/panel'
import type { DossierCase } from '@renderer/data/cases'
import { loadPanel } from '@renderer/data/panels'
import { useDraft } from '@renderer/data/use-draft'
import { useCase, useLiveOf } from '@renderer/data/use-live'
import { dayAndTime } from '@renderer/platform/clock'
import { CorrectionNote } from '@renderer/ui/CorrectionNote'
import { DraftNote } from '@renderer/ui/DraftNote'
import { EmptyScreen } from '@renderer/ui/EmptyScreen'
import { OpinionDoubts } from '@renderer/ui/OpinionDoubts'
import { PageHead } from '@renderer/ui/PageHead'
import { PanelOpinionText } from '@renderer/ui/PanelOpinionText'
import { useTranslation } from '@renderer/ui/translation'
import { ConfirmReview } from './ConfirmReview'
import { CriterionSources } from './CriterionSources'
import { CriterionWriting } from './CriterionWriting'
import { matrixRows } from './matrix'
import { OpinionMatrix } from './OpinionMatrix'
import { OpinionWriting } from './OpinionWriting'
import { draftOfOpinion, emptyOpinion, opinionsOf } from './panel-opinion-actions'
import { SealedOpinion } from './SealedOpinion'

/** 专家组意见: what the experts judged at the left, the panel's opinion being written at the right. */
export function PanelOpinionPage() {
  const { t } = useTranslation()
  const params = useParams()
  const panelId = (params['panelId'] ?? '') as PanelId
  const dossier = useCase((params['dossierId'] ?? '') as DossierId, panelId)
  const panel = useLiveOf(panelId, () => loadPanel(panelId))
  if (dossier === undefined || panel === undefined) return <Spin />
  if (dossier === null || panel === null) return <EmptyScreen words={t('dossier.absent')} />
  return <OpinionForm key={`${panel.id}/${dossier.file.id}`} dossier={dossier} panel={panel} />
}

function OpinionForm({ dossier, panel }: { readonly dossier: DossierCase; readonly panel: Panel }) {
  const { t } = useTranslation()
  const opinions = opinionsOf(dossier, panel)
  const rows = matrixRows(opinions.values())
  const [focused, setFocused] = useState<CriterionId>(rows[0]?.criterionId ?? 'C12-1')
  const kept = useDraft<OpinionDraft>(`panel-opinion/${panel.id}/${dossier.file.id}`, emptyOpinion)
  const { contentHash } = dossier
  const draft: typeof kept = {
    ...kept,
    change: (next) => {
      kept.change((before) => {
        const value = typeof next === 'function' ? next(before) : next
        return { ...value, seenHash: value.seenHash ?? contentHash }
      })
    },
  }
  const { seenHash } = draft.value
  const isOther = seenHash !== undefined && seenHash !== contentHash
  // A panel of an earlier application, or one that does not list the dossier (any more).
  const isForeign = dossier.file.proceedings.panel === null
  const item = draft.value.items[focused] ?? emptyItem
  const sealed = dossier.file.proceedings.panelOpinion
  const [justSealed, setJustSealed] = useState<number | null>(null)
  const isPublished = dossier.file.proceedings.pilotTerm !== null
  // What is sealed stays as it is until a person begins to correct it.
  const isWriting = !isForeign && (sealed === null || (draft.isBegun && !isPublished))
  const shown = isWriting || sealed === null ? draft.value : draftOfOpinion(sealed)
  const setItem = (part: Partial<typeof item>) => {
    draft.change((now) => ({
      ...now,
      items: { ...now.items, [focused]: { ...(now.items[focused] ?? emptyItem), ...part } },
    }))
  }
  return (
    <>
      <PageHead
        title={t('opinion.title', { name: dossier.file.content.alliance.name })}
        note={
          <span className="row">
            <Link to={`/panels/${panel.id}`}>{panel.title}</Link>
            <Link to={`/dossiers/${dossier.file.id}`}>{t('opinion.toDossier')}</Link>
            <span>{t('dossier.version', { version: dossier.file.version })}</span>
          </span>
        }
      />
      <DraftNote draft={draft} timeOf={dayAndTime} mayDiscard={sealed === null} />
      {dossier.staleOpinionIds.length === 0 ? null : (
        <Alert
          type="warning"
          showIcon
          title={t('opinions.stale', { count: dossier.staleOpinionIds.length, version: dossier.file.version })}
        />
      )}
      {isForeign ? <Alert type="warning" showIcon title={t('rounds.otherPanel')} /> : null}
      {isWriting && isOther ? (
        <Alert
          type="warning"
          showIcon
          role="alert"
          title={t('stale.draftOther', { version: dossier.file.version })}
          action={
            <Button
              onClick={() => {
                draft.change({ ...draft.value, seenHash: contentHash })
              }}
            >
              {t('stale.draftSeen')}
            </Button>
          }
        />
      ) : null}
      <OpinionDoubts panelId={panel.id} standings={dossier.standings} />
      {sealed === null ? null : (
        <SealedOpinion
          dossier={dossier}
          panel={panel}
          opinion={sealed}
          isNew={justSealed === sealed.version}
          onCorrect={
            isWriting || isPublished
              ? null
              : () => {
                  draft.change({ ...draftOfOpinion(sealed), seenHash: sealed.dossierHash })
                }
          }
        />
      )}
      {sealed === null || sealed.dossierHash === dossier.contentHash || isPublished ? null : (
        <ConfirmReview dossier={dossier} />
      )}
      <div className="two-sides opinion">
        <div>
          <OpinionMatrix
            panel={panel}
            dossier={dossier}
            opinions={opinions}
            rows={rows}
            draft={shown}
            focused={focused}
            onFocus={setFocused}
          />
          <CriterionSources
            dossier={dossier}
            panel={panel}
            opinions={[...opinions.values()]}
            criterionId={focused}
            onInsert={
              isWriting
                ? (text, evidence) => {
                    setItem({
                      reason: item.reason === '' ? text : `${item.reason}${text}`,
                      evidence: [...item.evidence, ...evidence],
                    })
                  }
                : null
            }
          />
        </div>
        {isWriting ? (
          <div className="sticky">
            {sealed === null ? null : (
              <CorrectionNote
                version={sealed.version}
                onAbandon={() => draft.putAside('abandoned', draftOfOpinion(sealed))}
              />
            )}
            <CriterionWriting criterionId={focused} item={item} onChange={setItem} />
            <OpinionWriting dossier={dossier} panel={panel} draft={draft} onSealed={setJustSealed} isOther={isOther} />
          </div>
        ) : sealed === null ? null : (
          <section className="panel sticky" aria-label={t('opinion.sealedText')}>
            <h2>{t('opinion.sealedText')}</h2>
            <PanelOpinionText opinion={sealed} experts={panel.experts} />
          </section>
        )}
      </div>
    </>
  )
}
