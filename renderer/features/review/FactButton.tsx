import { PushpinOutlined } from '@ant-design/icons'
import type { ReactNode } from 'react'
import type { FactSource } from '@shared/regulation/fact-sources'
import { isComposing } from '@renderer/platform/ime'
import { useTranslation } from '@renderer/ui/translation'

export type FactActs = {
  /** Shows where it stands. */
  readonly onOpen: (source: FactSource) => void
  /** Shows it and pins it to the criterion; null for what is sealed. */
  readonly onPin: ((source: FactSource) => void) | null
}

/** A fact that leads to its page: Enter or a click opens it there, P opens and pins it. */
export function FactButton(props: {
  readonly source: FactSource
  readonly acts: FactActs
  /** Spoken name of what is pinned. */
  readonly name: string
  readonly children: ReactNode
}) {
  const { source, acts, name, children } = props
  const { t } = useTranslation()
  const { onPin } = acts
  return (
    <span className="fact-line">
      <button
        type="button"
        className="fact"
        data-fact
        aria-keyshortcuts={onPin === null ? undefined : 'P'}
        onClick={() => acts.onOpen(source)}
        onKeyDown={(event) => {
          if (isComposing(event) || event.ctrlKey || event.altKey || event.metaKey) return
          if (event.key.toLowerCase() !== 'p' || onPin === null) return
          event.preventDefault()
          onPin(source)
        }}
      >
        {children}
        {source.page === null ? null : <span className="quiet"> {t('pdf.page', { page: source.page })}</span>}
      </button>
      {onPin === null ? null : (
        <button
          type="button"
          className="fact-pin"
          tabIndex={-1}
          title={t('facts.pin')}
          aria-label={t('facts.pinOf', { name })}
          onClick={() => onPin(source)}
        >
          <PushpinOutlined aria-hidden />
        </button>
      )}
    </span>
  )
}

/** The next or previous fact of a column after the one that has the keyboard: takes the keyboard to it and opens it. */
export function stepFact(column: HTMLElement | null, by: 1 | -1, last: HTMLElement | null): HTMLElement | null {
  const all = [...(column?.querySelectorAll<HTMLElement>('[data-fact]') ?? [])]
  const from = last === null ? -1 : all.indexOf(last)
  const next = from === -1 ? (by === 1 ? all[0] : all.at(-1)) : all[from + by]
  if (next === undefined) return null
  next.closest('details')?.setAttribute('open', '')
  next.focus()
  next.click()
  return next
}
