import type { ReactNode } from 'react'
import type { OverlayLook } from './page-overlay'

const drawings: Readonly<Record<OverlayLook, ReactNode>> = {
  // A star, a question mark, an unequal sign, a pin: none of them is a shape that says how something stands.
  point: <path d="m8 1 2.1 4.6 5 .6-3.7 3.4 1 4.9L8 12.1l-4.4 2.4 1-4.9L.9 6.2l5-.6Z" fill="currentColor" />,
  doubt: (
    <path
      d="M4.5 5.4C4.6 3 6.2 1.8 8.1 1.8c2 0 3.6 1.2 3.6 3.1 0 2.7-3.6 2.6-3.6 5.6M8.1 12.2v2.4"
      fill="none"
      stroke="currentColor"
      strokeWidth="2.3"
    />
  ),
  contradiction: <path d="M2 5.5h12M2 10.5h12M11.5 1.5l-7 13" fill="none" stroke="currentColor" strokeWidth="2.1" />,
  pin: <path d="M5 1.5h6l-.8 5 2.8 2.6v1.4H8.8V15H7.2v-4.5H3V9.1l2.8-2.6Z" fill="currentColor" />,
}

/** The shape of what lies on a page; its word stands beside it, or in the name of its handle. */
export function OverlayShape({ look }: { readonly look: OverlayLook }) {
  return (
    <svg className={`overlay-shape overlay-shape-${look}`} viewBox="0 0 16 16" aria-hidden>
      {drawings[look]}
    </svg>
  )
}
