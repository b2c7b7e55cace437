import type { ReactNode } from 'react'
import type { StatusShape, StatusTone } from '@shared/workflow/status-look'

const colours: Readonly<Record<StatusTone, string>> = {
  grey: 'var(--grey)',
  amber: 'var(--warn)',
  blue: 'var(--accent)',
  violet: 'var(--violet)',
  green: 'var(--good)',
  red: 'var(--danger)',
}

const drawings: Readonly<Record<StatusShape | 'cross' | 'tilde', ReactNode>> = {
  outline: <circle cx="8" cy="8" r="5.5" fill="none" stroke="currentColor" strokeWidth="2" strokeDasharray="2.4 2" />,
  triangle: <path d="M8 2 15 14H1Z" fill="currentColor" />,
  'half-circle': (
    <>
      <circle cx="8" cy="8" r="6" fill="none" stroke="currentColor" strokeWidth="2" />
      <path d="M8 2a6 6 0 0 1 0 12Z" fill="currentColor" />
    </>
  ),
  diamond: <path d="M8 1 15 8 8 15 1 8Z" fill="currentColor" />,
  dot: <circle cx="8" cy="8" r="6" fill="currentColor" />,
  ring: <circle cx="8" cy="8" r="5.5" fill="none" stroke="currentColor" strokeWidth="3" />,
  square: <rect x="2.5" y="2.5" width="11" height="11" fill="currentColor" />,
  cross: <path d="M3 3 13 13M13 3 3 13" stroke="currentColor" strokeWidth="2.6" fill="none" />,
  tilde: <path d="M2 10c2-5 4-5 6-2s4 3 6-2" stroke="currentColor" strokeWidth="2.4" fill="none" />,
}

export type ShapeName = keyof typeof drawings

/**
 * A small shape beside a word; its meaning is in the word. One shape has one meaning everywhere: `dot` done or in
 * order, `half-circle` partly or under way, `square` no, refused or ended, `triangle` a person has to look or to do
 * something, `tilde` cannot be told, `ring` there but not final, `diamond` closed and waiting for the next hands,
 * `outline` not there yet or not asked, `cross` not taking part or no longer used.
 */
export function Shape({ shape, tone }: { readonly shape: ShapeName; readonly tone: StatusTone }) {
  return (
    <svg className="shape" viewBox="0 0 16 16" aria-hidden style={{ color: colours[tone] }}>
      {drawings[shape]}
    </svg>
  )
}
