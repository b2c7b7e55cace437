import { useTranslation } from '../translation'
import { OverlayShape } from './OverlayShape'
import type { PageOverlay } from './page-overlay'
import type { Turn } from './page-place'
import { regionStyle } from './region-style'
import { turnRegion } from './turn-region'

type Props = { readonly overlays: readonly PageOverlay[]; readonly turn: Turn }

/** What lies over the paper and under its letters: it takes no click, so that the text can be selected. */
export function OverlayPaint({ overlays, turn }: Props) {
  return overlays.flatMap(({ id, look, boxes }) =>
    boxes.map((box, index) => (
      <div
        key={`${id}/${index}`}
        className={`pdf-overlay pdf-overlay-${look}`}
        style={regionStyle(turnRegion(box, turn))}
      />
    )),
  )
}

/** The handle of each: a shape at the beginning of what it marks, one beside the other where several begin there. */
export function OverlayHandles(props: Props & { readonly onOverlay: (overlay: PageOverlay) => void }) {
  const { overlays, turn, onOverlay } = props
  const { t } = useTranslation()
  const places: { readonly x: number; readonly y: number }[] = []
  return overlays.map((overlay) => {
    const [box] = overlay.boxes
    // Of a whole page at its upper right corner, where no text begins.
    const { x, y } = box === undefined ? { x: 1, y: 0 } : turnRegion(box, turn)
    const beside = places.filter((other) => Math.abs(other.x - x) < 0.03 && Math.abs(other.y - y) < 0.012).length
    places.push({ x, y })
    return (
      <button
        key={overlay.id}
        type="button"
        className={`pdf-handle pdf-handle-${overlay.look}`}
        style={{
          left: `clamp(0px, calc(${x * 100}% - ${(beside + 1) * 20}px), calc(100% - ${(beside + 1) * 20}px))`,
          top: `clamp(0px, ${y * 100}%, calc(100% - 20px))`,
        }}
        title={overlay.label}
        aria-label={t('pdf.overlay', { label: overlay.label })}
        data-current={overlay.isCurrent}
        onClick={() => onOverlay(overlay)}
      >
        <OverlayShape look={overlay.look} />
      </button>
    )
  })
}
