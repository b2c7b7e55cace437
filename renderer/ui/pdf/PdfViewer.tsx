import { Alert, Spin } from 'antd'
import {
  useCallback,
  useEffect,
  useImperativeHandle,
  useMemo,
  useRef,
  useState,
  type KeyboardEvent,
  type ReactNode,
  type Ref,
} from 'react'
import { mostPages, type Inspection } from '@shared/inspection/finding'
import { hugePagesIn } from '@shared/inspection/huge-pages'
import { visibleText } from '@shared/lib/visible-text'
import { isComposing } from '../../platform/ime'
import { useTranslation } from '../translation'
import { targetOf, type Destination } from './destinations'
import type { LeftOut } from './LeftOutNote'
import { nextZoom } from './page-layout'
import type { PageLink } from './page-links'
import { turnOf, type PagePlace, type Turns } from './page-place'
import type { PageTexts } from './page-texts'
import type { TextHit } from './page-text'
import type { PageOverlay } from './page-overlay'
import type { PageMark, PageTarget, PdfSource, SoughtTarget } from './pdf-source'
import { PdfPage } from './PdfPage'
import { Outline, Thumbnails } from './PdfRail'
import { PdfSearchBar } from './PdfSearchBar'
import { PdfToolbar, type Rail } from './PdfToolbar'
import { SaidStrip } from './SaidStrip'
import { selectionIn } from './selection-in'
import { SpotStrip } from './SpotStrip'
import { fromTheTop, usePageColumn, type ReadingStart } from './use-page-column'
import { usePdf, type OpenPhase } from './use-pdf'
import { useSpot } from './use-spot'
import { useTextSearch, type ChosenHit } from './use-text-search'
import './pdf.css'

/** What a parent may ask of an open viewer. */
export type PdfViewerHandle = {
  /** The page one is on, with the text selected, the rectangle drawn or the words sought on it. */
  readonly mark: () => PageMark
  readonly focus: () => void
  readonly place: () => PagePlace
  /** Goes where one was before; no jump of its own. */
  readonly goToPlace: (place: PagePlace) => void
  /** Takes the keyboard to the search of this file. */
  readonly search: () => void
  /** Begins or ends the drawing of a rectangle. */
  readonly draw: () => void
}

/** Words to be found as soon as the file is open; a new object finds them again. */
export type Wanted = { readonly query: string; readonly chosen: ChosenHit }

export type PdfViewerProps = {
  /** Name to show and to put into sentences about the file. */
  readonly fileName: string
  /** Keep the object while the file is the same: another object loads anew. */
  readonly source: PdfSource
  /** What was found in the file before it was opened: pages that cannot be drawn are not tried. */
  readonly inspection?: Inspection | undefined
  /** Where one begins; read when the file opens. */
  readonly start?: ReadingStart | undefined
  /** Goes there whenever the object changes. */
  readonly target?: SoughtTarget | null
  /** What its reader laid on the pages of this file; keep the object while it is the same. */
  readonly overlays?: readonly PageOverlay[]
  readonly onOverlay?: (overlay: PageOverlay) => void
  /** Called once a target is gone to, with what it came to: its words, its region or its page. */
  readonly onSettled?: (target: SoughtTarget, mark: PageMark) => void
  readonly wanted?: Wanted | null
  /** The texts of pages that were read of this file before, to be added to. */
  readonly texts?: PageTexts | undefined
  /** Called with every place that one reads at; cheap, it comes with every step of the wheel. */
  readonly onPlace?: (place: PagePlace) => void
  readonly onTurns?: (turns: Turns) => void
  /** Called before one is taken elsewhere at once, with where one was. */
  readonly onJump?: (from: PagePlace) => void
  /** Shows "钉住本页"; called with what was marked. */
  readonly onPin?: (mark: PageMark) => void
  /** Shows the marking of places and the drawing of a rectangle; called with what was marked. */
  readonly onMark?: (mark: PageMark) => void
  /** At the end of the line of tools. */
  readonly extra?: ReactNode
  readonly ref?: Ref<PdfViewerHandle>
}

/** Reads a PDF: pages, zoom, search, selection, keyboard. Presentational: bytes and wishes come as props. */
export function PdfViewer(given: PdfViewerProps) {
  const props = { ...given, fileName: visibleText(given.fileName) }
  const { fileName, source } = props
  const { t } = useTranslation()
  const phase = usePdf(source)
  switch (phase.kind) {
    case 'loading':
      return (
        <section className="pdf-viewer" aria-label={t('pdf.label', { fileName })} aria-busy="true">
          {/* The line of tools has its place already, so that the page does not slide when it comes. */}
          <div className="pdf-toolbar">
            <span className="pdf-toolgroup pdf-extra">{props.extra}</span>
          </div>
          <div className="pdf-empty">
            <Spin description={t('pdf.loading')} />
          </div>
        </section>
      )
    case 'problem':
      return (
        <section className="pdf-viewer" aria-label={t('pdf.label', { fileName })}>
          <div className="pdf-toolbar">
            <span className="pdf-toolgroup pdf-extra">{props.extra}</span>
          </div>
          <div className="pdf-empty">
            <Alert
              type="warning"
              showIcon
              role="alert"
              title={t(`pdf.error.${phase.problem}`, { fileName, most: mostPages })}
            />
          </div>
        </section>
      )
    case 'open':
      return <OpenViewer key={phase.sitting.document.fingerprints[0]} {...props} {...phase} />
  }
}

function OpenViewer({
  fileName,
  inspection,
  sitting,
  firstPage,
  stopped,
  onStopped,
  start = fromTheTop,
  target,
  wanted,
  texts: givenTexts,
  onPlace,
  onTurns,
  onJump,
  onPin,
  onMark,
  overlays = noOverlays,
  onOverlay = ignore,
  onSettled = ignore,
  extra,
  ref,
}: PdfViewerProps & OpenPhase) {
  const { t } = useTranslation()
  const { document } = sitting
  const leftOut = useMemo<ReadonlyMap<number, LeftOut>>(
    () => new Map<number, LeftOut>([...stopped, ...hugePagesIn(inspection).map((huge) => [huge.page, huge] as const)]),
    [stopped, inspection],
  )
  const isLeftOut = useCallback((number: number) => leftOut.has(number), [leftOut])
  const pages = useRef<HTMLDivElement>(null)
  const column = usePageColumn(pages, document.numPages, firstPage, start)
  const { page, turns } = column
  const [ownTexts] = useState<PageTexts>(() => new Map())
  const texts = givenTexts ?? ownTexts
  const [reveal, setReveal] = useState<TextHit | null>(null)
  const [images, setImages] = useState<ReadonlySet<number>>(new Set())
  const [said, setSaid] = useState<PageLink | null>(null)
  const [rail, setRail] = useState<Rail>(null)
  /** Counts up when the keyboard is to go to the search; null while there is none. */
  const [searching, setSearching] = useState<number | null>(null)
  /** What was wanted when the search was closed. */
  const [closed, setClosed] = useState<Wanted | null>(null)
  const searchAsked = searching ?? (wanted === null || wanted === undefined || wanted === closed ? null : 0)
  const [isDrawing, setDrawing] = useState(false)
  const root = useRef<HTMLElement>(null)
  const toPages = () => pages.current?.focus({ preventScroll: true })

  /** Goes somewhere else at once; one can come back. */
  const jump = (to: PageTarget) => {
    onJump?.(column.place())
    column.goTo(to)
  }
  const isAway = useRef(false)
  const search = useTextSearch({ sitting, isLeftOut, onStopped, texts }, (hit) => {
    // One comes back to where the search began, not to each of its hits.
    if (!isAway.current) onJump?.(column.place())
    // Where the words are drawn, no more is scrolled than shows them; else to the page at once, drawn or not.
    const words = pages.current?.querySelector(`[data-page="${hit.page}"] .pdf-text > *`) ?? null
    if (words === null) column.goTo({ page: hit.page })
    isAway.current = true
    setReveal(hit)
  })
  const hitsByPage = useMemo(() => groupByPage(search.hits), [search.hits])
  const overlaysByPage = useMemo(() => groupByPage(overlays), [overlays])
  const openSearch = () => {
    isAway.current = false
    setRail(null)
    setSearching((before) => (before ?? 0) + 1)
  }
  const follow = async (to: Destination) => {
    const found = await sitting.run(() => targetOf(document, to, page)).catch(() => null)
    if (found !== null) jump(found)
  }
  const onLink = (link: PageLink) => {
    if (link.kind === 'inside') void follow(link.to)
    else setSaid(link)
  }

  const canDraw = onPin !== undefined || onMark !== undefined
  const draw = () => {
    if (canDraw) setDrawing(!isDrawing)
  }
  const spot = useSpot(
    { sitting, isLeftOut, texts, turns },
    { onShown: (range) => column.reveal(range.getBoundingClientRect()), onSettled },
  )
  const mark = (): PageMark =>
    selectionIn(root.current, turns) ??
    (spot.mark?.page === page ? spot.mark : { page, quote: '', region: null, boxes: [] })
  useImperativeHandle(ref, () => ({
    mark,
    focus: toPages,
    place: column.place,
    goToPlace: column.goToPlace,
    search: openSearch,
    draw,
  }))
  const { seek } = spot
  const acts = useRef({ jump, seek, reveal: column.reveal, onPlace, onTurns })
  useEffect(() => {
    acts.current = { jump, seek, reveal: column.reveal, onPlace, onTurns }
  })
  useEffect(() => {
    // After the layout of this render, so that the tops are those of this file.
    if (target === null || target === undefined) return undefined
    return acts.current.seek(target, document.numPages, acts.current.jump)
  }, [target, document])
  const { ask } = search
  useEffect(() => {
    if (wanted === null || wanted === undefined) return
    ask(wanted.query, wanted.chosen)
  }, [wanted, ask])
  useEffect(() => {
    acts.current.onTurns?.(turns)
  }, [turns])
  const tellPlace = () => acts.current.onPlace?.(column.place())
  useEffect(tellPlace)
  const onRevealed = useCallback((part: DOMRect | null) => {
    if (part !== null) acts.current.reveal(part)
    setReveal(null)
  }, [])
  const onImage = useCallback((number: number) => {
    setImages((before) => (before.has(number) ? before : new Set(before).add(number)))
  }, [])

  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    if (isComposing(event)) return
    const command = event.ctrlKey || event.metaKey
    if (command && !event.shiftKey && event.key.toLowerCase() === 'f') openSearch()
    else if (command || event.altKey) return
    else if (event.key === 'PageDown') column.goTo({ page: page + 1 })
    else if (event.key === 'PageUp') column.goTo({ page: page - 1 })
    else if (isField(event.target)) return
    else if (event.key === 'Home') jump({ page: 1 })
    else if (event.key === 'End') jump({ page: document.numPages })
    else if (event.key === '+' || event.key === '=') column.setZoom(nextZoom(column.scale, 1))
    else if (event.key === '-') column.setZoom(nextZoom(column.scale, -1))
    else if (event.key === 'r') column.turn()
    else if (event.key === '/') openSearch()
    else if (event.key === 'Escape' && isDrawing) setDrawing(false)
    else if (event.key === 'Escape' && spot.mark !== null) spot.set(null)
    else if (event.key === 'Escape' && said !== null) setSaid(null)
    else if (event.key === 'Escape' && rail !== null) closeRail()
    else return
    event.preventDefault()
  }
  const closeRail = () => {
    setRail(null)
    toPages()
  }
  const [from, to] = column.drawn
  const numbers = Array.from({ length: to - from + 1 }, (_, index) => from + index)
  return (
    <section ref={root} className="pdf-viewer" aria-label={t('pdf.label', { fileName })} onKeyDown={onKeyDown}>
      <PdfToolbar
        column={column}
        pageCount={document.numPages}
        onGo={(number) => jump({ page: number })}
        onPages={toPages}
        rail={rail}
        onRail={setRail}
        search={
          searchAsked === null ? null : (
            <PdfSearchBar
              search={search}
              asked={searchAsked}
              onClose={() => {
                setSearching(null)
                setClosed(wanted ?? null)
                ask('')
                toPages()
              }}
            />
          )
        }
        onSearch={openSearch}
        isImage={images.has(page)}
        isDrawing={isDrawing}
        onDrawing={canDraw ? draw : null}
        onMark={onMark === undefined ? null : () => onMark(mark())}
        onPin={
          onPin === undefined
            ? null
            : () => {
                onPin(mark())
              }
        }
        extra={extra}
      />
      <div className="pdf-body">
        {rail === 'thumbnails' ? (
          <Thumbnails
            {...{ sitting, isLeftOut, onStopped, page, turns }}
            sizes={column.sizes}
            onGo={(number) => {
              jump({ page: number })
              closeRail()
            }}
          />
        ) : null}
        {rail === 'outline' ? (
          <Outline
            {...{ sitting, isLeftOut, onStopped }}
            onGo={(destination) => {
              void follow(destination)
              closeRail()
            }}
          />
        ) : null}
        {/* The pages scroll with the keyboard, so the region must take focus. */}
        <div
          ref={pages}
          className="pdf-window"
          tabIndex={0}
          role="region"
          aria-label={t('pdf.pages', { fileName })}
          onScroll={() => {
            column.onScroll()
            tellPlace()
          }}
        >
          <div className="pdf-column" style={{ height: column.tops.at(-1), minWidth: column.width }}>
            {numbers.map((number) => (
              <PdfPage
                key={number}
                sitting={sitting}
                leftOut={leftOut.get(number) ?? null}
                onStopped={onStopped}
                page={number}
                shown={column.shown[number - 1] ?? firstPage}
                scale={column.scales[number - 1] ?? 1}
                turn={turnOf(turns, number)}
                top={column.tops[number - 1] ?? 0}
                isCurrent={number === page}
                hits={hitsByPage.get(number) ?? noHits}
                currentHit={search.current}
                reveal={reveal}
                onRevealed={onRevealed}
                region={spot.mark?.page === number ? spot.mark.region : null}
                overlays={overlaysByPage.get(number) ?? noOverlays}
                onOverlay={onOverlay}
                sought={spot.sought?.page === number ? spot.sought.words : null}
                onFound={spot.onFound}
                onRegion={
                  isDrawing
                    ? (region) => {
                        setDrawing(false)
                        spot.set({ page: number, quote: '', region, boxes: [region] })
                        toPages()
                      }
                    : null
                }
                onSize={column.onSize}
                onImage={onImage}
                onLink={onLink}
              />
            ))}
          </div>
        </div>
      </div>
      {isDrawing ? <p className="pdf-said">{t('pdf.drawHint')}</p> : null}
      {!isDrawing && spot.isDrawn && spot.mark !== null && canDraw ? (
        <SpotStrip
          mark={spot.mark}
          onPin={onPin ?? null}
          onMark={onMark ?? null}
          onClose={() => {
            spot.set(null)
            toPages()
          }}
        />
      ) : null}
      {spot.isMissing ? (
        <p className="pdf-said" role="status">
          {t('pdf.notFoundThere')}
        </p>
      ) : null}
      {said === null ? null : (
        <SaidStrip
          link={said}
          onClose={() => {
            setSaid(null)
            toPages()
          }}
        />
      )}
    </section>
  )
}

const noHits: readonly TextHit[] = []
const noOverlays: readonly PageOverlay[] = []
const ignore = () => undefined

function groupByPage<T extends { readonly page: number }>(all: readonly T[]): ReadonlyMap<number, readonly T[]> {
  const pages = new Map<number, T[]>()
  for (const one of all) {
    const onPage = pages.get(one.page)
    if (onPage === undefined) pages.set(one.page, [one])
    else onPage.push(one)
  }
  return pages
}

const isField = (target: EventTarget): boolean =>
  target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement
