import { useCallback, useEffect, useRef, useState } from 'react'
import { noText, readPageText, type PageTexts } from './page-texts'
import { findInText, foldQuery, type PageText, type TextHit } from './page-text'
import { SittingOverError, StoppedError, type PdfSitting, type StopReason } from './pdf-sitting'

/** An occurrence that was chosen elsewhere: the nth (from 0) of its page. */
export type ChosenHit = { readonly page: number; readonly nth: number }

export type TextSearch = {
  readonly query: string
  readonly ask: (query: string, chosen?: ChosenHit) => void
  readonly hits: readonly TextHit[]
  readonly current: TextHit | null
  /** 1 for the first hit; 0 if there is none. */
  readonly position: number
  readonly move: (by: 1 | -1) => void
  /** Pages read so far, while it is still searching. */
  readonly reading: number | null
  /** Pages without a text among those that were read. */
  readonly images: number
}

type Found = {
  readonly question: Question
  readonly hits: readonly TextHit[]
  readonly index: number
  readonly read: number
  readonly images: number
}

/** Asked again it is another question, even in the same words. */
type Question = { readonly query: string; readonly chosen: ChosenHit | null }

const noQuestion: Question = { query: '', chosen: null }
const nothing: Omit<Found, 'question'> = { hits: [], index: 0, read: 0, images: 0 }

/** What was found is shown at the first hit, at the end, and between them no more often than this, in ms. */
const showEvery = 120

type Searched = {
  readonly sitting: PdfSitting
  /** Pages that are not read: nothing is drawn of them. */
  readonly isLeftOut: (page: number) => boolean
  readonly onStopped: (page: number, reason: StopReason) => void
  readonly texts: PageTexts
}

/** Searches the text of all pages; each page is read once and kept. */
export function useTextSearch(
  { sitting, isLeftOut, onStopped, texts }: Searched,
  onHit: (hit: TextHit) => void,
): TextSearch {
  const { document } = sitting
  const [question, setQuestion] = useState<Question>(noQuestion)
  const [found, setFound] = useState<Found>({ question: noQuestion, ...nothing })
  const showHit = useRef(onHit)
  useEffect(() => {
    showHit.current = onHit
  })

  const { query } = question
  useEffect(() => {
    if (foldQuery(query) === '') return
    let current = true
    const stopped = () => !current
    const search = async () => {
      const hits: TextHit[] = []
      let images = 0
      let index: number | null = null
      let shownAt = 0
      for (let page = 1; page <= document.numPages; page += 1) {
        const text = texts.get(page) ?? (isLeftOut(page) ? noText : await readOrStop(sitting, page, onStopped))
        if (stopped()) return
        texts.set(page, text)
        if (text.folded === '') images += 1
        const before = hits.length
        hits.push(...findInText(page, text, query))
        const first: number | null = index === null ? indexOfFirst(hits, before, page, question.chosen) : null
        if (first !== null) index = first
        const now = performance.now()
        if (first === null && page < document.numPages && now - shownAt < showEvery) continue
        shownAt = now
        const shown = { question, hits: [...hits], read: page, images }
        const at = index ?? 0
        setFound((old) => ({ ...shown, index: old.question === question && first === null ? old.index : at }))
        const hit = first === null ? undefined : hits[first]
        if (hit !== undefined) showHit.current(hit)
      }
    }
    search().catch((error: unknown) => {
      // The search begins again in the next sitting, with what was read so far.
      if (error instanceof SittingOverError || error instanceof StoppedError) return
      if (current) setFound({ question, ...nothing, read: document.numPages })
    })
    return () => {
      current = false
    }
  }, [sitting, document, question, query, isLeftOut, onStopped, texts])

  const valid = found.question === question && foldQuery(query) !== ''
  const hits = valid ? found.hits : nothing.hits
  const current = hits[found.index] ?? null
  const ask = useCallback((words: string, chosen: ChosenHit | null = null) => {
    setQuestion({ query: words, chosen })
  }, [])
  return {
    query,
    ask,
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
    images: valid ? found.images : 0,
  }
}

/** Which of the hits is shown first, once it is known: the very first, or the one that was chosen. */
function indexOfFirst(hits: readonly TextHit[], before: number, page: number, chosen: ChosenHit | null): number | null {
  if (chosen === null) return hits.length > before ? before : null
  if (page !== chosen.page || hits.length === before) return null
  return Math.min(before + chosen.nth, hits.length - 1)
}

async function readOrStop(sitting: PdfSitting, page: number, onStopped: Searched['onStopped']): Promise<PageText> {
  try {
    return await readPageText(sitting, page)
  } catch (error) {
    if (error instanceof StoppedError) onStopped(page, error.reason)
    throw error
  }
}
