import type { Line } from '../desk/ledger'

/** What a sitting says beside what it was acknowledged. */
export type Said =
  | Line
  | { readonly kind: 'ready' | 'finished' }
  /** An act was done, at this moment of the simulated day; with the records that the desk holds. */
  | { readonly kind: 'act'; readonly act: string; readonly at: string; readonly records: number }
  /** The disk was full, and what the person was told. */
  | { readonly kind: 'full'; readonly code: string }
  | { readonly kind: 'took'; readonly from: number; readonly fileName: string }
  | { readonly kind: 'exported'; readonly upTo: number; readonly fileName: string }
  /** Memory that is in use, after waste was collected, and the most that was resident, MB. */
  | { readonly kind: 'memory'; readonly usedMB: number; readonly residentMB: number }
