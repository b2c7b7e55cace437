import { useMemo, useState } from 'react'
import { refusalIn, type Inspection } from '@shared/inspection/finding'
import type { Material } from '@shared/domain/dossier'
import { visibleText } from '@shared/lib/visible-text'
import type { DossierCase } from '@renderer/data/cases'
import { useInspections } from '@renderer/data/use-inspections'
import { readAttachmentRange } from '@renderer/data/attachments'
import { FindingMark, FindingNotes } from '@renderer/ui/FindingNotes'
import { EmptyScreen } from '@renderer/ui/EmptyScreen'
import { PdfViewer } from '@renderer/ui/pdf/PdfViewer'
import type { PdfSource } from '@renderer/ui/pdf/pdf-source'
import { useTranslation } from '@renderer/ui/translation'
import { CompletenessList } from './CompletenessList'

/** 材料: what is wanted and what of it is here; the files at the left, the chosen one to read at the right. */
export function MaterialsTab({ dossier }: { readonly dossier: DossierCase }) {
  const { t } = useTranslation()
  const { materials } = dossier.file.content
  const [chosenId, setChosenId] = useState(materials[0]?.id ?? null)
  const inspections = useInspections(materials.map(({ sha256 }) => sha256))
  const chosen = materials.find((material) => material.id === chosenId)
  return (
    <div className="stack">
      <CompletenessList completeness={dossier.completeness} />
      {materials.length === 0 ? <EmptyScreen words={t('materials.empty')} /> : null}
      <div className="reader">
        <ul className="choices">
          {materials.map((material) => (
            <li key={material.id}>
              <button
                type="button"
                aria-current={material.id === chosenId}
                onClick={() => {
                  setChosenId(material.id)
                }}
              >
                <strong>{visibleText(material.title)}</strong>
                <span className="quiet">
                  {t(`materialCode.${material.code}`)}
                  {material.pages === null ? '' : ` · ${t('intake.material.pages', { pages: material.pages })}`}
                  {material.textLayer === 'absent' ? ` · ${t('textLayer.absent')}` : ''}
                </span>
                <FindingMark inspection={inspections?.get(material.sha256)} />
              </button>
            </li>
          ))}
        </ul>
        {chosen === undefined || inspections === null ? null : (
          <MaterialViewer key={chosen.id} material={chosen} inspection={inspections.get(chosen.sha256)} />
        )}
      </div>
    </div>
  )
}

function MaterialViewer(props: { readonly material: Material; readonly inspection: Inspection | undefined }) {
  const { t } = useTranslation()
  const { material, inspection } = props
  const source = useMemo<PdfSource>(
    () => ({
      kind: 'ranges',
      size: material.size,
      read: (offset, length) => readAttachmentRange(material.sha256, offset, length),
    }),
    [material.sha256, material.size],
  )
  if (material.mediaType !== 'application/pdf') {
    return (
      <div className="stack">
        <p className="quiet">{t('materials.noPdf')}</p>
        <FindingNotes fileName={material.fileName} inspection={inspection} />
      </div>
    )
  }
  return (
    <div className="stack">
      <FindingNotes fileName={material.fileName} inspection={inspection} />
      {inspection !== undefined && refusalIn(inspection) !== undefined ? null : (
        <div className="viewer-place">
          <PdfViewer fileName={material.fileName} source={source} inspection={inspection} />
        </div>
      )}
    </div>
  )
}
