import { useCallback, useLayoutEffect, useRef, useState } from 'react'
import { readPageText, type PageTexts } from './page-texts'
import { findInText } from './page-text'
import type { Turns } from './page-place'
import type { PageMark, PageTarget, SoughtTarget } from './pdf-source'
import type { PdfSitting } from './pdf-sitting'
import { markOfRange } from './selection-in'

/** Pages of a file that are read to find words whose page nobody noted. */
const mostPagesSought = 300

export type Spot = {
  /** A part of a page that was drawn, sought or gone to, until another takes its place. */
  readonly mark: PageMark | null
  /** Takes a rectangle that was drawn; null lets go. */
  readonly set: (mark: PageMark | null) => void
  /** Whether it was drawn just now, so that one wants to do something with it. */
  readonly isDrawn: boolean
  /** Words to be found once their page is drawn. */
  readonly sought: { readonly page: number; readonly words: readonly string[]; readonly target: SoughtTarget } | null
  readonly onFound: (found: { readonly page: HTMLElement; readonly range: Range } | null) => void
  /** Goes to a place, looking for its page first where nobody noted it. @returns how to leave off */
  readonly seek: (target: SoughtTarget, pageCount: number, go: (to: PageTarget) => void) => () => void
  /** What was sought is not in the text of the file. */
  readonly isMissing: boolean
}

/** The part of a page that one points at without selecting text: a rectangle, an opened pin, words of a fact. */
export function useSpot(
  file: {
    readonly sitting: PdfSitting
    readonly isLeftOut: (page: number) => boolean
    readonly texts: PageTexts
    readonly turns: Turns
  },
  acts: {
    readonly onShown: (range: Range) => void
    /** A target is where it is going to be, with its words marked if they are there. */
    readonly onSettled: (target: SoughtTarget, mark: PageMark) => void
  },
): Spot {
  const [mark, setMark] = useState<PageMark | null>(null)
  const [sought, setSought] = useState<Spot['sought']>(null)
  const [isMissing, setMissing] = useState(false)
  const [isDrawn, setDrawn] = useState(false)
  const now = useRef({ file, acts, sought })
  useLayoutEffect(() => {
    now.current = { file, acts, sought }
  })
  const onFound = useCallback<Spot['onFound']>((found) => {
    const { sought: wanted, file: of, acts: tell } = now.current
    if (wanted === null) return
    setSought(null)
    const mark = found === null ? wholePage(wanted.page) : markOfRange(found.range, found.page, of.turns)
    setMark(found === null ? null : mark)
    if (found !== null) tell.onShown(found.range)
    tell.onSettled(wanted.target, mark)
  }, [])
  const set = useCallback((next: PageMark | null) => {
    setMark(next)
    setDrawn(next !== null)
    setSought(null)
    setMissing(false)
  }, [])
  const seek = useCallback<Spot['seek']>((target, pageCount, go) => {
    let isOver = false
    const { words = [], region = null } = target
    const show = (page: number) => {
      go({ ...target, page })
      setDrawn(false)
      const mark = region === null ? wholePage(page) : { page, quote: '', region, boxes: [region] }
      setMark(region === null ? null : mark)
      setSought(words.length === 0 ? null : { page, words, target })
      if (words.length === 0) now.current.acts.onSettled(target, mark)
    }
    setMissing(false)
    if (target.page !== null) show(target.page)
    else {
      const find = async () => {
        const page = await pageWith(now.current.file, words, pageCount, () => isOver)
        if (isOver) return
        show(page ?? 1)
        setMissing(page === null && words.length > 0)
      }
      void find()
    }
    return () => {
      isOver = true
    }
  }, [])
  return { mark, set, isDrawn, sought, onFound, seek, isMissing }
}

const wholePage = (page: number): PageMark => ({ page, quote: '', region: null, boxes: [] })

/** The first page that has one of some words, those named first before others; null if none has. */
async function pageWith(
  { sitting, isLeftOut, texts }: Parameters<typeof useSpot>[0],
  words: readonly string[],
  pageCount: number,
  isOver: () => boolean,
): Promise<number | null> {
  let best: { readonly page: number; readonly rank: number } | null = null
  for (let page = 1; page <= Math.min(pageCount, mostPagesSought) && !isOver(); page += 1) {
    if (isLeftOut(page)) continue
    // A page that cannot be read has no words; whoever draws it tells why.
    const text = texts.get(page) ?? (await readPageText(sitting, page).catch(() => null))
    if (text === null) continue
    texts.set(page, text)
    const rank = words.findIndex((word) => findInText(page, text, word).length > 0)
    if (rank === 0) return page
    if (rank > 0 && (best === null || rank < best.rank)) best = { page, rank }
  }
  return best?.page ?? null
}
