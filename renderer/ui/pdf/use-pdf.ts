import { useCallback, useEffect, useState } from 'react'
import { openPdf, type PdfProblem } from './open-pdf'
import type { PageSize } from './page-layout'
import { fitPage } from './page-fit'
import { SittingOverError, StoppedError, type PdfSitting, type StopReason } from './pdf-sitting'
import type { PdfSource } from './pdf-source'

/** Pages that were stopped while somebody worked on them; 0 stands for the outline. */
export type StoppedPages = ReadonlyMap<number, StopReason>

export type OpenPhase = {
  readonly kind: 'open'
  readonly sitting: PdfSitting
  readonly firstPage: PageSize
  readonly stopped: StoppedPages
  /** Tells of a page that ended its worker: the file is opened again, and that page left out. */
  readonly onStopped: (page: number, reason: StopReason) => void
}

export type PdfPhase =
  { readonly kind: 'loading' } | { readonly kind: 'problem'; readonly problem: PdfProblem } | OpenPhase

type Shown =
  Exclude<PdfPhase, OpenPhase> | { readonly kind: 'open'; readonly sitting: PdfSitting; readonly firstPage: PageSize }

const loading = { kind: 'loading' } as const
const noneStopped: StoppedPages = new Map()

/** Opens a source and closes it again when another one takes its place, or a page ended its worker. */
export function usePdf(source: PdfSource): PdfPhase {
  const [state, setState] = useState<{ readonly source: PdfSource; readonly phase: Shown }>({ source, phase: loading })
  const [marked, setMarked] = useState<{ readonly source: PdfSource; readonly stopped: StoppedPages }>({
    source,
    stopped: noneStopped,
  })
  const stopped = marked.source === source ? marked.stopped : noneStopped
  const onStopped = useCallback(
    (page: number, reason: StopReason) => {
      setMarked((old) => ({
        source,
        stopped: new Map(old.source === source ? old.stopped : []).set(page, reason),
      }))
    },
    [source],
  )
  useEffect(() => {
    let current = true
    const { opened, cancel } = openPdf(source)
    const show = (phase: Shown) => {
      if (current) setState({ source, phase })
    }
    opened
      .then(async (sitting) => {
        if (typeof sitting === 'string') {
          show({ kind: 'problem', problem: sitting })
          return
        }
        const page = await sitting.run(() => sitting.document.getPage(1))
        show({ kind: 'open', sitting, firstPage: fitPage(page).size })
      })
      .catch((error: unknown) => {
        if (error instanceof SittingOverError && !current) return
        show({ kind: 'problem', problem: error instanceof StoppedError ? 'too-heavy' : 'broken' })
      })
    return () => {
      current = false
      cancel()
    }
    // Every page that is stopped costs the worker: the file is opened anew.
  }, [source, stopped])
  if (state.source !== source) return loading
  return state.phase.kind === 'open' ? { ...state.phase, stopped, onStopped } : state.phase
}
