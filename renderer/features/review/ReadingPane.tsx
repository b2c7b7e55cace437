import { memo, useMemo, useRef, type ReactNode } from 'react'
import type { Material } from '@shared/domain/dossier'
import { refusalIn, type Inspection } from '@shared/inspection/finding'
import { attachmentSource } from '@renderer/data/attachments'
import { FindingNotes } from '@renderer/ui/FindingNotes'
import type { PageTexts } from '@renderer/ui/pdf/page-texts'
import type { PageOverlay } from '@renderer/ui/pdf/page-overlay'
import type { PageMark, SoughtTarget } from '@renderer/ui/pdf/pdf-source'
import { PdfViewer, type PdfViewerHandle } from '@renderer/ui/pdf/PdfViewer'
import { useTranslation } from '@renderer/ui/translation'
import { useSteady, type Pane, type PaneIndex, type Reading } from './use-reading'

/** A key in the reason is no reason to draw the page again. */
const CalmViewer = memo(PdfViewer)

/** One of the places that are read: a material, or why it is not shown. */
export function ReadingPane(props: {
  readonly index: PaneIndex
  readonly pane: Pane
  readonly material: Material
  readonly inspections: ReadonlyMap<string, Inspection>
  readonly texts: PageTexts
  readonly reading: Pick<Reading, 'viewers' | 'activate' | 'onPlace' | 'onTurns' | 'onJump'>
  readonly onOpen: () => void
  readonly onPin: ((material: Material, mark: PageMark) => void) | null
  readonly onMark: (material: Material, mark: PageMark) => void
  /** What lies on the pages of this file; keep the object while it is the same. */
  readonly overlays: readonly PageOverlay[]
  readonly onOverlay: (overlay: PageOverlay) => void
  readonly onSettled: (material: Material, target: SoughtTarget, mark: PageMark) => void
  readonly extra: ReactNode
}) {
  const { index, pane, material, inspections, texts, reading, onOpen, onPin, extra } = props
  const { overlays, onOverlay } = props
  const { t } = useTranslation()
  const { sha256, size, fileName } = material
  const inspection = inspections.get(sha256)
  const isRefused = inspection !== undefined && refusalIn(inspection) !== undefined
  const source = useMemo(() => attachmentSource(sha256, size), [sha256, size])
  const onPlace = useSteady((place: Parameters<Reading['onPlace']>[1]) => reading.onPlace(index, place))
  const onTurns = useSteady((turns: Parameters<Reading['onTurns']>[1]) => reading.onTurns(index, turns))
  const onJump = useSteady((from: Parameters<Reading['onJump']>[1]) => reading.onJump(index, from))
  const pin = useSteady((mark: PageMark) => onPin?.(material, mark))
  const mark = useSteady((marked: PageMark) => props.onMark(material, marked))
  const settle = useSteady((target: SoughtTarget, marked: PageMark) => props.onSettled(material, target, marked))
  const isOpened = useRef(false)
  const hold = useSteady((handle: PdfViewerHandle | null) => {
    if (handle === null) reading.viewers.current.delete(index)
    else reading.viewers.current.set(index, handle)
    if (handle === null || isOpened.current) return
    isOpened.current = true
    onOpen()
  })
  const isShown = material.mediaType === 'application/pdf' && !isRefused
  return (
    <div
      className="review-pane"
      onFocusCapture={() => {
        reading.activate(index)
      }}
      onPointerDownCapture={() => {
        reading.activate(index)
      }}
    >
      {isShown ? null : <div className="pdf-toolbar">{extra}</div>}
      <FindingNotes fileName={fileName} inspection={inspection} />
      {isShown ? (
        <CalmViewer
          ref={hold}
          key={`${pane.materialId}/${pane.serial}`}
          fileName={fileName}
          source={source}
          inspection={inspection}
          start={pane.start}
          target={pane.target}
          wanted={pane.wanted}
          texts={texts}
          onPlace={onPlace}
          onTurns={onTurns}
          onJump={onJump}
          overlays={overlays}
          onOverlay={onOverlay}
          onMark={mark}
          onSettled={settle}
          extra={extra}
          {...(onPin === null ? {} : { onPin: pin })}
        />
      ) : isRefused ? null : (
        <p className="review-empty">{t('review.notPdf', { fileName })}</p>
      )}
    </div>
  )
}
