import { Input } from 'antd'
import { useState } from 'react'
import { isComposing } from '../../platform/ime'
import { useTranslation } from '../translation'

/** The digits of what was typed, full-width ones too. */
const digitsOf = (typed: string): string =>
  typed
    .normalize('NFKC')
    .replaceAll(/[^0-9]/gu, '')
    .slice(0, 5)

/**
 * The number of the page, to be typed over. It takes digits alone, goes nowhere before Enter, and gives the keyboard
 * back to the page then, where a digit judges.
 */
export function PageBox(props: {
  readonly page: number
  readonly pageCount: number
  readonly onGo: (page: number) => void
  /** Back to the page, whether one went or not. */
  readonly onDone: () => void
}) {
  const { page, pageCount, onGo, onDone } = props
  const { t } = useTranslation()
  const [typed, setTyped] = useState<string | null>(null)
  return (
    <Input
      className="pdf-pagebox"
      size="small"
      inputMode="numeric"
      aria-label={t('pdf.pageNumber')}
      value={typed ?? String(page)}
      onFocus={(event) => event.currentTarget.select()}
      onChange={(event) => {
        const { value } = event.target
        // What an input method has under composition is no number yet.
        setTyped((event.nativeEvent as InputEvent).isComposing ? value : digitsOf(value))
      }}
      onCompositionEnd={(event) => setTyped(digitsOf(event.currentTarget.value))}
      onBlur={() => setTyped(null)}
      onKeyDown={(event) => {
        if (isComposing(event)) return
        if (event.key === 'Enter' && !event.ctrlKey && !event.metaKey && !event.altKey) {
          const wanted = Number(digitsOf(event.currentTarget.value))
          if (wanted >= 1) onGo(Math.min(wanted, pageCount))
        } else if (event.key !== 'Escape') return
        event.preventDefault()
        event.stopPropagation()
        setTyped(null)
        onDone()
      }}
    />
  )
}
