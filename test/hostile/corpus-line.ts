/** What became of one case of the corpus. */
export type CaseLine = {
  readonly group: string
  readonly name: string
  readonly expected: string
  readonly isRefused: boolean
  readonly message: string
  readonly faults: readonly string[]
  readonly ms: number
  /** How often its time was measured again, having been over the limit. */
  readonly measuredAgain: number
  readonly memoryMB: number
}

/** What a part of the corpus tells: its cases, and at its end the most memory that its process used. */
export type PartMessage = { readonly line: CaseLine } | { readonly mostMB: number }
