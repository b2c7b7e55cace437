import { useMemo, useState } from 'react'
import type { Material } from '@shared/domain/dossier'
import type { DossierCase } from '@renderer/data/cases'
import { readAttachmentRange } from '@renderer/data/attachments'
import { EmptyScreen } from '@renderer/ui/EmptyScreen'
import { PdfViewer } from '@renderer/ui/pdf/PdfViewer'
import type { PdfSource } from '@renderer/ui/pdf/pdf-source'
import { useTranslation } from '@renderer/ui/translation'

/** 材料: the files at the left, the chosen one to read at the right. */
export function MaterialsTab({ dossier }: { readonly dossier: DossierCase }) {
  const { t } = useTranslation()
  const { materials } = dossier.file.content
  const [chosenId, setChosenId] = useState(materials[0]?.id ?? null)
  const chosen = materials.find((material) => material.id === chosenId)
  return (
    <div className="stack">
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
                <strong>{material.title}</strong>
                <span className="quiet">
                  {t(`materialCode.${material.code}`)}
                  {material.pages === null ? '' : ` · ${t('intake.material.pages', { pages: material.pages })}`}
                  {material.textLayer === 'absent' ? ` · ${t('textLayer.absent')}` : ''}
                </span>
              </button>
            </li>
          ))}
        </ul>
        {chosen === undefined ? null : <MaterialViewer key={chosen.id} material={chosen} />}
      </div>
    </div>
  )
}

function MaterialViewer({ material }: { readonly material: Material }) {
  const { t } = useTranslation()
  const source = useMemo<PdfSource>(
    () => ({
      kind: 'ranges',
      size: material.size,
      read: (offset, length) => readAttachmentRange(material.sha256, offset, length),
    }),
    [material.sha256, material.size],
  )
  if (material.mediaType !== 'application/pdf') return <p className="quiet">{t('materials.noPdf')}</p>
  return (
    <div className="viewer-place">
      <PdfViewer fileName={material.fileName} source={source} />
    </div>
  )
}
