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

/** Pixels of a handle with the gap beside it. */
const handle = 22

/** The handle of each, in the margin beside its first line: no letter is covered; several of one line lie in a row. */
export function OverlayHandles(props: Props & { readonly onOverlay: (overlay: PageOverlay) => void }) {
  const { overlays, turn, onOverlay } = props
  const { t } = useTranslation()
  const taken: number[] = []
  return overlays.map((overlay) => {
    const [box] = overlay.boxes
    // Of a whole page at the very top.
    const y = box === undefined ? 0 : turnRegion(box, turn).y
    const beside = taken.filter((other) => Math.abs(other - y) < 0.02).length
    taken.push(y)
    return (
      <button
        key={overlay.id}
        type="button"
        className={`pdf-handle pdf-handle-${overlay.look}`}
        style={{ left: 2 + beside * handle, top: `clamp(2px, ${y * 100}%, calc(100% - ${handle}px))` }}
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
