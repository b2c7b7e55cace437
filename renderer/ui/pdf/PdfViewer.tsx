import { Alert, Spin } from 'antd'
import {
  useCallback,
  useEffect,
  useImperativeHandle,
  useMemo,
  useRef,
  useState,
  type KeyboardEvent,
  type Ref,
} from 'react'
import { mostPages, type Inspection } from '@shared/inspection/finding'
import { hugePagesIn } from '@shared/inspection/huge-pages'
import { visibleText } from '@shared/lib/visible-text'
import { isComposing } from '../../platform/ime'
import { useTranslation } from '../translation'
import type { LeftOut } from './LeftOutNote'
import { nextZoom } from './page-layout'
import type { TextHit } from './page-text'
import type { PageMark, PageTarget, PdfSource } from './pdf-source'
import { PdfPage } from './PdfPage'
import { Outline, Thumbnails } from './PdfRail'
import { PdfSearchBar } from './PdfSearchBar'
import { PdfToolbar, type Rail } from './PdfToolbar'
import { usePageColumn } from './use-page-column'
import { usePdf, type OpenPhase } from './use-pdf'
import { useTextSearch } from './use-text-search'
import './pdf.css'

/** What a parent may ask of an open viewer. */
export type PdfViewerHandle = {
  /** The page one is on, with the text selected on it. */
  readonly mark: () => PageMark
  readonly focus: () => void
}

export type PdfViewerProps = {
  /** Name to show and to put into sentences about the file. */
  readonly fileName: string
  /** Keep the object while the file is the same: another object loads anew. */
  readonly source: PdfSource
  /** What was found in the file before it was opened: pages that cannot be drawn are not tried. */
  readonly inspection?: Inspection | undefined
  /** Goes there whenever the object changes. */
  readonly target?: PageTarget | null
  readonly onPage?: (page: number, pageCount: number) => void
  /** Shows "钉住本页" and the drawing of a rectangle; called with what was marked. */
  readonly onPin?: (mark: PageMark) => void
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
        <section className="pdf-viewer pdf-empty" aria-label={t('pdf.label', { fileName })} aria-busy="true">
          <Spin description={t('pdf.loading')} />
        </section>
      )
    case 'problem':
      return (
        <section className="pdf-viewer pdf-empty" aria-label={t('pdf.label', { fileName })}>
          <Alert
            type="warning"
            showIcon
            role="alert"
            title={t(`pdf.error.${phase.problem}`, { fileName, most: mostPages })}
          />
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
  target,
  onPage,
  onPin,
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
  const column = usePageColumn(pages, document.numPages, firstPage)
  const { page, goTo } = column
  const [reveal, setReveal] = useState<TextHit | null>(null)
  const onRevealed = useCallback(() => {
    setReveal(null)
  }, [])
  const search = useTextSearch({ sitting, isLeftOut, onStopped }, (hit) => {
    goTo({ page: hit.page })
    setReveal(hit)
  })
  const hitsByPage = useMemo(() => groupByPage(search.hits), [search.hits])
  const [rail, setRail] = useState<Rail>(null)
  const [isSearching, setSearching] = useState(false)
  const [isDrawing, setDrawing] = useState(false)
  const root = useRef<HTMLElement>(null)

  const mark = (): PageMark => ({ ...selectionIn(root.current, page), region: null })
  useImperativeHandle(ref, () => ({
    mark,
    focus: () => pages.current?.focus(),
  }))
  const go = useRef(goTo)
  useEffect(() => {
    go.current = goTo
  })
  useEffect(() => {
    // After the layout of this render, so that the tops are those of this file.
    if (target !== null && target !== undefined) go.current(target)
  }, [target])
  useEffect(() => {
    onPage?.(page, document.numPages)
  }, [page, document, onPage])

  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    if (isComposing(event)) return
    if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'f') setSearching(true)
    else if (event.ctrlKey || event.metaKey || event.altKey || isField(event.target)) return
    else if (event.key === 'PageDown') goTo({ page: page + 1 })
    else if (event.key === 'PageUp') goTo({ page: page - 1 })
    else if (event.key === 'Home') goTo({ page: 1 })
    else if (event.key === 'End') goTo({ page: document.numPages })
    else if (event.key === '+' || event.key === '=') column.setZoom(nextZoom(column.scale, 1))
    else if (event.key === '-') column.setZoom(nextZoom(column.scale, -1))
    else if (event.key === '/') setSearching(true)
    else if (event.key === 'Escape' && isDrawing) setDrawing(false)
    else return
    event.preventDefault()
  }
  const [from, to] = column.drawn
  const numbers = Array.from({ length: to - from + 1 }, (_, index) => from + index)
  return (
    <section ref={root} className="pdf-viewer" aria-label={t('pdf.label', { fileName })} onKeyDown={onKeyDown}>
      <PdfToolbar
        column={column}
        pageCount={document.numPages}
        rail={rail}
        onRail={setRail}
        isSearching={isSearching}
        onSearch={() => {
          setSearching(!isSearching)
        }}
        isDrawing={isDrawing}
        onDrawing={
          onPin === undefined
            ? null
            : () => {
                setDrawing(!isDrawing)
              }
        }
        onPin={
          onPin === undefined
            ? null
            : () => {
                onPin(mark())
              }
        }
      />
      {isSearching ? (
        <PdfSearchBar
          search={search}
          onClose={() => {
            setSearching(false)
            search.ask('')
            pages.current?.focus()
          }}
        />
      ) : null}
      {isDrawing ? <p className="pdf-hint">{t('pdf.drawHint')}</p> : null}
      <div className="pdf-body">
        {rail === 'thumbnails' ? (
          <Thumbnails
            {...{ sitting, isLeftOut, onStopped, page }}
            sizes={column.sizes}
            onGo={(to) => goTo({ page: to })}
          />
        ) : null}
        {rail === 'outline' ? (
          <Outline {...{ sitting, isLeftOut, onStopped }} onGo={(to) => goTo({ page: to })} />
        ) : null}
        {/* The pages scroll with the keyboard, so the region must take focus. */}
        <div
          ref={pages}
          className="pdf-window"
          tabIndex={0}
          role="region"
          aria-label={t('pdf.pages', { fileName })}
          onScroll={column.onScroll}
        >
          <div className="pdf-column" style={{ height: column.tops.at(-1), minWidth: firstPage.width * column.scale }}>
            {numbers.map((number) => (
              <PdfPage
                key={number}
                sitting={sitting}
                leftOut={leftOut.get(number) ?? null}
                onStopped={onStopped}
                page={number}
                size={column.sizes[number - 1] ?? firstPage}
                scale={column.scale}
                top={column.tops[number - 1] ?? 0}
                hits={hitsByPage.get(number) ?? noHits}
                currentHit={search.current}
                reveal={reveal}
                onRevealed={onRevealed}
                region={target?.page === number ? (target.region ?? null) : null}
                onRegion={
                  isDrawing && onPin !== undefined
                    ? (region) => {
                        setDrawing(false)
                        onPin({ page: number, quote: '', region })
                      }
                    : null
                }
                onSize={column.onSize}
              />
            ))}
          </div>
        </div>
      </div>
    </section>
  )
}

const noHits: readonly TextHit[] = []

function groupByPage(hits: readonly TextHit[]): ReadonlyMap<number, readonly TextHit[]> {
  const pages = new Map<number, TextHit[]>()
  for (const hit of hits) pages.set(hit.page, [...(pages.get(hit.page) ?? []), hit])
  return pages
}

const isField = (target: EventTarget): boolean =>
  target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement

/** Longest quotation that a pin carries (shared/domain/judgement). */
const maxQuote = 2000

/** The text selected on a page; the page that one is on if nothing is selected. */
function selectionIn(root: HTMLElement | null, page: number): { readonly page: number; readonly quote: string } {
  const selection = window.getSelection()
  const anchor = selection?.anchorNode
  if (selection === null || anchor === null || anchor === undefined || root?.contains(anchor) !== true) {
    return { page, quote: '' }
  }
  const element = anchor instanceof Element ? anchor : anchor.parentElement
  const number = Number(element?.closest<HTMLElement>('[data-page]')?.dataset['page'])
  const quote = selection.toString().replace(/\s+/gu, ' ').trim().slice(0, maxQuote)
  return Number.isInteger(number) && quote !== '' ? { page: number, quote } : { page, quote: '' }
}
