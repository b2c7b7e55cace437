import { useEffect, useRef, useState, type KeyboardEvent } from 'react'
import type { AuditLine } from '@shared/ipc/audit'
import { visibleText } from '@shared/lib/visible-text'
import { dayAndTime } from '@renderer/platform/clock'
import { isComposing } from '@renderer/platform/ime'
import { useTranslation } from '@renderer/ui/translation'

/** Height of a line, in rem: two lines of text. */
const lineRem = 3.4
/** Lines kept ready above and below what is seen. */
const spare = 6

type Window = { readonly from: number; readonly to: number }

/**
 * The records, the newest first: only what is in sight is drawn, so that any number scrolls alike. By mouse and by
 * keys.
 */
export function AuditList(props: {
  readonly total: number
  readonly lineAt: (index: number) => AuditLine | null
  readonly selected: number
  readonly onSelect: (index: number) => void
  readonly shown: Window
  readonly onShown: (shown: Window) => void
}) {
  const { t } = useTranslation()
  const { total, lineAt, selected, onSelect, shown, onShown } = props
  const box = useRef<HTMLDivElement>(null)
  const [height, setHeight] = useState(() => lineHeight())
  const look = () => {
    const element = box.current
    if (element === null) return
    const now = lineHeight()
    setHeight(now)
    const from = Math.max(0, Math.floor(element.scrollTop / now) - spare)
    const to = Math.ceil((element.scrollTop + (element.clientHeight || 30 * now)) / now) + spare
    if (from !== shown.from || to !== shown.to) onShown({ from, to })
  }
  const latest = useRef(look)
  useEffect(() => {
    latest.current = look
  })
  useEffect(() => {
    latest.current()
    if (box.current === null || typeof ResizeObserver === 'undefined') return
    const observer = new ResizeObserver(() => {
      latest.current()
    })
    observer.observe(box.current)
    return () => {
      observer.disconnect()
    }
  }, [total])
  const move = (index: number) => {
    const next = Math.min(Math.max(index, 0), total - 1)
    onSelect(next)
    const element = box.current
    if (element === null) return
    const top = next * height
    const seen = element.clientHeight || 30 * height
    if (top < element.scrollTop) element.scrollTop = top
    else if (top + height > element.scrollTop + seen) element.scrollTop = top + height - seen
    look()
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (isComposing(event) || event.ctrlKey || event.altKey || event.metaKey) return
    const page = Math.max(1, Math.floor((box.current?.clientHeight ?? 0) / height) - 1)
    const steps: Readonly<Partial<Record<string, number>>> = {
      ArrowDown: selected + 1,
      ArrowUp: selected - 1,
      PageDown: selected + page,
      PageUp: selected - page,
      Home: 0,
      End: total - 1,
    }
    const next = steps[event.key]
    if (next === undefined) return
    event.preventDefault()
    move(next)
  }
  const indices = Array.from(
    { length: Math.max(0, Math.min(total, shown.to) - shown.from) },
    (_, at) => shown.from + at,
  )
  return (
    <div
      ref={box}
      className="audit-list"
      role="listbox"
      tabIndex={0}
      aria-label={t('audit.list')}
      aria-activedescendant={indices.includes(selected) ? `audit-line-${selected}` : undefined}
      onScroll={look}
      onKeyDown={onKeyDown}
    >
      <div className="audit-space" style={{ height: total * height }} role="presentation">
        {indices.map((index) => (
          <div
            key={index}
            id={`audit-line-${index}`}
            role="option"
            aria-selected={index === selected}
            aria-posinset={index + 1}
            aria-setsize={total}
            className="audit-line"
            style={{ top: index * height, height }}
            onClick={() => {
              onSelect(index)
            }}
          >
            <Line line={lineAt(index)} />
          </div>
        ))}
      </div>
    </div>
  )
}

function Line({ line }: { readonly line: AuditLine | null }) {
  const { t } = useTranslation()
  if (line === null) return <span className="quiet">{t('audit.loadingLine')}</span>
  const { at, kind, dossiers, name, summary, state } = line
  return (
    <>
      <div className="audit-head">
        {state === 'sound' ? null : <StateTag state={state} />}
        <span className="strong">{kind}</span> <span className="audit-when">{dayAndTime(at)}</span>{' '}
        <span className="quiet">{visibleText(dossiers)}</span>
      </div>
      <div className="audit-what quiet">
        {visibleText(name)} · {visibleText(summary)}
      </div>
    </>
  )
}

/** What is wrong with a record is said in a word, not by colour alone. */
export function StateTag({ state }: { readonly state: AuditLine['state'] }) {
  const { t } = useTranslation()
  return <span className={state === 'bad' ? 'tag danger' : 'tag'}>{t(`auditState.${state}`)}</span>
}

const lineHeight = (): number => {
  const size = Number.parseFloat(getComputedStyle(document.documentElement).fontSize)
  return Math.round(lineRem * (Number.isFinite(size) && size > 0 ? size : 14))
}
