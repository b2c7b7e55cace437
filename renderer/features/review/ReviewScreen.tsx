import { memo, useCallback, useMemo, useRef, useState, type ReactNode } from 'react'
import type { EvidencePin } from '@shared/domain/judgement'
import { refusalIn } from '@shared/inspection/finding'
import { attachmentSource } from '@renderer/data/attachments'
import type { DossierCase } from '@renderer/data/cases'
import { flushDrafts } from '@renderer/data/drafts'
import { changeItem, type OpinionDraft } from '@shared/acts/expert-opinion'
import { useInspections } from '@renderer/data/use-inspections'
import { useExpertDesk } from '@renderer/stores/expert-desk-store'
import { FindingNotes } from '@renderer/ui/FindingNotes'
import type { PageMark, PageTarget } from '@renderer/ui/pdf/pdf-source'
import { PdfViewer, type PdfViewerHandle } from '@renderer/ui/pdf/PdfViewer'
import { useTranslation } from '@renderer/ui/translation'
import { CriterionPanel } from './CriterionPanel'
import { MaterialList } from './MaterialList'
import { OverallPanel } from './OverallPanel'
import { ReviewSteps } from './ReviewSteps'
import { useReviewKeys } from './use-review-keys'

/** A key in the reason is no reason to draw the page again. */
const CalmViewer = memo(PdfViewer)

/** Materials, the page, and the criterion being judged: side by side, nothing behind a dialog. */
export function ReviewScreen(props: {
  readonly dossier: DossierCase
  readonly draft: OpinionDraft
  /** Null for what is sealed. */
  readonly onChange: ((change: (now: OpinionDraft) => OpinionDraft) => void) | null
  readonly notice: ReactNode
}) {
  const { dossier, draft, onChange, notice } = props
  const { t } = useTranslation()
  const { materials } = dossier.file.content
  const { step, judge, move: moveStep } = useExpertDesk()
  const [materialId, setMaterialId] = useState(
    materials.find((material) => material.code === 'agreement')?.id ?? materials[0]?.id,
  )
  const [target, setTarget] = useState<PageTarget | null>(null)
  const viewer = useRef<PdfViewerHandle>(null)
  const judging = useRef<HTMLElement>(null)
  const material = materials.find((candidate) => candidate.id === materialId)
  const inspections = useInspections(materials.map(({ sha256 }) => sha256))
  const inspection = material === undefined ? undefined : inspections?.get(material.sha256)
  const refusal = inspection === undefined ? undefined : refusalIn(inspection)
  const source = useMemo(
    () => (material === undefined ? null : attachmentSource(material.sha256, material.size)),
    [material],
  )

  const pin = useCallback(
    (mark: PageMark) => {
      if (onChange === null || step === 'overall' || material === undefined) return
      const made: EvidencePin = {
        materialId: material.id,
        materialTitle: material.title,
        sha256: material.sha256,
        page: mark.page,
        quote: mark.quote,
        region: mark.region,
      }
      onChange((now) => changeItem(now, step, { evidence: [...now.items[step].evidence, made] }))
    },
    [onChange, step, material],
  )
  const choose = useCallback((id: string) => {
    setTarget(null)
    setMaterialId(id)
  }, [])
  const pinHere = () => {
    if (viewer.current !== null) pin(viewer.current.mark())
  }
  const move = (by: 1 | -1) => {
    void flushDrafts()
    moveStep(by)
    // The next criterion is read out, digits judge it at once, and Tab goes on from there.
    requestAnimationFrame(() => judging.current?.querySelector('h2')?.focus())
  }
  useReviewKeys({
    onVerdict: (verdict) => {
      if (onChange !== null && step !== 'overall') onChange((now) => changeItem(now, step, { verdict }))
    },
    onMove: move,
    onPin: pinHere,
    onPage: () => {
      if (document.activeElement instanceof HTMLTextAreaElement) viewer.current?.focus()
      else judging.current?.querySelector('textarea')?.focus()
    },
  })
  return (
    <div className="review">
      <div className="review-notice">{notice}</div>
      <MaterialList materials={materials} inspections={inspections} current={materialId ?? null} onChoose={choose} />
      <div className="review-page">
        {material === undefined || source === null ? (
          <p className="review-empty">{t('review.noMaterials')}</p>
        ) : inspections === null ? null : material.mediaType === 'application/pdf' && refusal === undefined ? (
          <>
            <FindingNotes fileName={material.fileName} inspection={inspection} />
            <CalmViewer
              ref={viewer}
              key={material.id}
              fileName={material.fileName}
              source={source}
              inspection={inspection}
              target={target}
              {...(onChange === null || step === 'overall' ? {} : { onPin: pin })}
            />
          </>
        ) : refusal !== undefined ? (
          <FindingNotes fileName={material.fileName} inspection={inspection} />
        ) : (
          <p className="review-empty">{t('review.notPdf', { fileName: material.fileName })}</p>
        )}
      </div>
      <aside ref={judging} className="review-judging" aria-label={t('review.judging')}>
        <ReviewSteps draft={draft} step={step} onStep={judge} />
        {step === 'overall' ? (
          <OverallPanel
            draft={draft}
            onChange={onChange}
            onBack={() => {
              move(-1)
            }}
          />
        ) : (
          <CriterionPanel
            key={step}
            criterionId={step}
            dossier={dossier}
            item={draft.items[step]}
            onChange={onChange === null ? null : (change) => onChange((now) => changeItem(now, step, change))}
            onPinHere={pinHere}
            onGoTo={(evidence) => {
              setMaterialId(evidence.materialId)
              setTarget({ page: evidence.page, region: evidence.region })
            }}
            onMove={move}
          />
        )}
      </aside>
    </div>
  )
}
