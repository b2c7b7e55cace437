import type { EvidenceLevel } from '@shared/regulation/evidence'
import type { ShapeName } from './Shape'

/** How a fact that a check found is told from others at a glance. */
export const evidenceShape: Readonly<Record<EvidenceLevel, readonly [ShapeName, 'grey' | 'amber' | 'red']>> = {
  fact: ['dot', 'grey'],
  hint: ['triangle', 'amber'],
  missing: ['outline', 'amber'],
  contrary: ['square', 'red'],
}
