import type { Handwriting } from '@shared/domain/judgement'
import './handwriting.css'

/** A kept signature as a drawing. */
export function HandwritingView({ value, label }: { readonly value: Handwriting; readonly label: string }) {
  return (
    <svg className="handwriting" role="img" aria-label={label} viewBox={`0 0 ${value.width} ${value.height}`}>
      {value.strokes.map((stroke, index) => (
        <polyline
          key={index}
          points={pathOf(stroke)}
          fill="none"
          stroke="currentColor"
          strokeWidth="2.2"
          strokeLinecap="round"
          strokeLinejoin="round"
        />
      ))}
    </svg>
  )
}

/** A dot is drawn as a line of no length with a round cap. */
function pathOf(stroke: Handwriting['strokes'][number]): string {
  const points = stroke.map(({ x, y }) => `${x},${y}`)
  return points.length === 1 ? [...points, ...points].join(' ') : points.join(' ')
}
