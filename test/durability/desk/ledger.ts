import { writeSync } from 'node:fs'

/**
 * What happened, told outside the profile line by line: `asked` before a change is asked for, `kept` once the host has
 * acknowledged it. What was asked for and not acknowledged may be there or not; what was acknowledged must be.
 */
export type Line =
  | { readonly kind: 'desk'; readonly keyId: string }
  | { readonly kind: 'asked-records'; readonly count: number }
  | { readonly kind: 'records'; readonly ids: readonly string[] }
  | { readonly kind: 'asked-draft'; readonly key: string; readonly value: unknown }
  /** `null` is a deleted draft. */
  | { readonly kind: 'draft'; readonly key: string; readonly value: unknown }
  | { readonly kind: 'attachment'; readonly sha256: string; readonly size: number }
  /** An exported file, its path below the world. */
  | { readonly kind: 'file'; readonly path: string; readonly sha256: string; readonly size: number }
  | { readonly kind: 'asked-settings' | 'settings'; readonly exchangeFolder: string }

export type Ledger = { readonly note: (line: Line) => void }

/** To the parent, through a pipe, at once: a process that is killed has said what it knew. */
export const pipeLedger: Ledger = { note: (line) => writeSync(1, `${JSON.stringify(line)}\n`) }

export function memoryLedger(): Ledger & { readonly lines: Line[] } {
  const lines: Line[] = []
  return { lines, note: (line) => lines.push(line) }
}

/** Lines of a child's output; the last may be cut off. */
export function readLines(output: string): Line[] {
  return output.split('\n').flatMap((text) => {
    try {
      return text.startsWith('{') ? [JSON.parse(text) as Line] : []
    } catch {
      return []
    }
  })
}
