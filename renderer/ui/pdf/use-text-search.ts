import { useEffect, useRef, useState } from 'react'
import { findOnPage, foldPage, foldQuery, type FoldedPage, type TextHit } from './page-text'
import { SittingOverError, StoppedError, type PdfSitting, type StopReason } from './pdf-sitting'

export type TextSearch = {
  readonly query: string
  readonly ask: (query: string) => void
  readonly hits: readonly TextHit[]
  readonly current: TextHit | null
  /** 1 for the first hit; 0 if there is none. */
  readonly position: number
  readonly move: (by: 1 | -1) => void
  /** Pages read so far, while it is still searching. */
  readonly reading: number | null
}

type Found = {
  readonly query: string
  readonly hits: readonly TextHit[]
  readonly index: number
  readonly read: number
}

const nothing: Found = { query: '', hits: [], index: 0, read: 0 }

type Searched = {
  readonly sitting: PdfSitting
  /** Pages that are not read: nothing is drawn of them. */
  readonly isLeftOut: (page: number) => boolean
  readonly onStopped: (page: number, reason: StopReason) => void
}

/** Searches the text of all pages; each page is read once and kept. */
export function useTextSearch({ sitting, isLeftOut, onStopped }: Searched, onHit: (hit: TextHit) => void): TextSearch {
  const { document } = sitting
  const pages = useRef(new Map<number, FoldedPage>())
  const [query, setQuery] = useState('')
  const [found, setFound] = useState<Found>(nothing)
  const showHit = useRef(onHit)
  useEffect(() => {
    showHit.current = onHit
  })

  useEffect(() => {
    if (foldQuery(query) === '') return
    const cache = pages.current
    let current = true
    const stopped = () => !current
    const search = async () => {
      const hits: TextHit[] = []
      for (let page = 1; page <= document.numPages; page += 1) {
        const text = cache.get(page) ?? (isLeftOut(page) ? noText : await readPage(sitting, page, onStopped))
        if (stopped()) return
        cache.set(page, text)
        const onThisPage = findOnPage(page, text, query)
        const first = hits.length === 0 ? onThisPage[0] : undefined
        hits.push(...onThisPage)
        setFound((old) => ({ query, hits: [...hits], index: old.query === query ? old.index : 0, read: page }))
        if (first !== undefined) showHit.current(first)
      }
    }
    search().catch((error: unknown) => {
      // The search begins again in the next sitting, with what was read so far.
      if (error instanceof SittingOverError || error instanceof StoppedError) return
      if (current) setFound({ ...nothing, query, read: document.numPages })
    })
    return () => {
      current = false
    }
  }, [sitting, document, query, isLeftOut, onStopped])

  const valid = found.query === query && foldQuery(query) !== ''
  const hits = valid ? found.hits : nothing.hits
  const current = hits[found.index] ?? null
  return {
    query,
    ask: setQuery,
    hits,
    current,
    position: current === null ? 0 : found.index + 1,
    move: (by) => {
      if (hits.length === 0) return
      const index = (found.index + by + hits.length) % hits.length
      setFound({ ...found, index })
      const hit = hits[index]
      if (hit !== undefined) onHit(hit)
    },
    reading: foldQuery(query) !== '' && (!valid || found.read < document.numPages) ? (valid ? found.read : 0) : null,
  }
}

const noText: FoldedPage = foldPage([])

async function readPage(
  { document, run }: PdfSitting,
  number: number,
  onStopped: Searched['onStopped'],
): Promise<FoldedPage> {
  try {
    return await run(async () => {
      const page = await document.getPage(number)
      const { items } = await page.getTextContent()
      return foldPage(items.flatMap((item) => ('str' in item ? [item.str] : [])))
    })
  } catch (error) {
    if (error instanceof StoppedError) onStopped(number, error.reason)
    throw error
  }
}
