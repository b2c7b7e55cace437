import { useEffect, useRef, useState } from 'react'
import type { WrittenFile } from '@renderer/ui/WrittenFiles'
import { recordPapers } from '@renderer/data/exports'
import { exportBatch, PaperFailure } from './batch-export'
import type { BatchPapers, PaperGap } from './batch-papers'
import type { Result } from '@shared/lib/result'

export type ExportPhase =
  | { readonly kind: 'idle' }
  | { readonly kind: 'composing' }
  | { readonly kind: 'setting'; readonly at: number; readonly total: number; readonly title: string }
  | { readonly kind: 'writing'; readonly total: number }
  | { readonly kind: 'cancelled' }
  | { readonly kind: 'missing'; readonly gaps: readonly PaperGap[] }
  | { readonly kind: 'failed'; readonly document: string | null; readonly error: unknown }
  | { readonly kind: 'not-recorded'; readonly files: readonly WrittenFile[]; readonly error: unknown }
  | { readonly kind: 'done'; readonly files: readonly WrittenFile[]; readonly count: number }

type Compose = () => Promise<Result<BatchPapers, readonly PaperGap[]>>

/** The export of a whole batch as a person follows it: one at a time, to be cancelled until writing begins. */
export function useBatchExport() {
  const [phase, setPhase] = useState<ExportPhase>({ kind: 'idle' })
  const running = useRef<AbortController | null>(null)
  // Whoever leaves the page sees no result: what was not written by then is not written.
  useEffect(() => () => running.current?.abort(), [])
  const run = async (
    compose: Compose,
    target: Parameters<typeof exportBatch>[1],
    { signal }: AbortController,
  ): Promise<ExportPhase> => {
    const composed = await compose()
    if (!composed.ok) return { kind: 'missing', gaps: composed.error }
    const total = composed.value.papers.length + composed.value.indexes.length
    signal.throwIfAborted()
    const written = await exportBatch(composed.value, target, {
      signal,
      onSetting: (at, title) => {
        setPhase({ kind: 'setting', at, total, title })
      },
      onWriting: () => {
        setPhase({ kind: 'writing', total })
      },
    })
    const files = written.flatMap((paper) => paper.files)
    try {
      await recordPapers(written)
    } catch (error) {
      return { kind: 'not-recorded', files, error }
    }
    return { kind: 'done', files, count: written.length }
  }
  return {
    phase,
    busy: phase.kind === 'composing' || phase.kind === 'setting' || phase.kind === 'writing',
    start: (compose: Compose, target: Parameters<typeof exportBatch>[1]) => {
      if (running.current !== null) return
      const controller = new AbortController()
      running.current = controller
      setPhase({ kind: 'composing' })
      run(compose, target, controller)
        .catch((error: unknown): ExportPhase => {
          if (controller.signal.aborted) return { kind: 'cancelled' }
          return error instanceof PaperFailure
            ? { kind: 'failed', document: error.document, error: error.cause }
            : { kind: 'failed', document: null, error }
        })
        .then((end) => {
          running.current = null
          setPhase(end)
        })
        .catch(() => undefined)
    },
    cancel: () => {
      running.current?.abort()
    },
  }
}
