import { CloseOutlined, DownOutlined, UpOutlined } from '@ant-design/icons'
import { Button, Input, type InputRef } from 'antd'
import { useEffect, useRef, useState } from 'react'
import { isComposing } from '../../platform/ime'
import { useTranslation } from '../translation'
import type { TextSearch } from './use-text-search'

/**
 * Asks for words in the file, in the line of the tools: Enter searches, then goes to the next place, Shift+Enter back,
 * Escape closes. @param asked another number takes the keyboard to it, with what is there selected
 */
export function PdfSearchBar(props: {
  readonly search: TextSearch
  readonly asked: number
  readonly onClose: () => void
}) {
  const { search, asked, onClose } = props
  const { t } = useTranslation()
  const [edited, setEdited] = useState<{ readonly of: string; readonly typed: string } | null>(null)
  const field = useRef<InputRef>(null)
  useEffect(() => {
    field.current?.focus()
    field.current?.select()
  }, [asked])
  // What is asked for elsewhere takes the place of what was typed.
  const typed = edited?.of === search.query ? edited.typed : search.query
  return (
    <div className="pdf-search" role="search">
      <Input
        ref={field}
        size="small"
        aria-label={t('pdf.search')}
        placeholder={t('pdf.searchPlaceholder')}
        value={typed}
        onChange={(event) => {
          setEdited({ of: search.query, typed: event.target.value })
        }}
        onKeyDown={(event) => {
          if (isComposing(event)) return
          if (event.key === 'Escape') {
            event.stopPropagation()
            onClose()
          }
          if (event.key !== 'Enter' || event.ctrlKey || event.altKey) return
          event.stopPropagation()
          if (typed === search.query) search.move(event.shiftKey ? -1 : 1)
          else search.ask(typed)
        }}
      />
      <span role="status">{searchWords(search, t)}</span>
      <Button
        size="small"
        type="text"
        icon={<UpOutlined />}
        aria-label={t('pdf.previousHit')}
        disabled={search.hits.length === 0}
        onClick={() => search.move(-1)}
      />
      <Button
        size="small"
        type="text"
        icon={<DownOutlined />}
        aria-label={t('pdf.nextHit')}
        disabled={search.hits.length === 0}
        onClick={() => search.move(1)}
      />
      <Button size="small" type="text" icon={<CloseOutlined />} aria-label={t('pdf.closeSearch')} onClick={onClose} />
    </div>
  )
}

function searchWords(search: TextSearch, t: ReturnType<typeof useTranslation>['t']): string {
  if (search.query === '') return t('pdf.searchHint')
  if (search.hits.length > 0) return t('pdf.hits', { position: search.position, count: search.hits.length })
  if (search.reading !== null) return t('pdf.searching', { page: search.reading })
  return search.images === 0 ? t('pdf.noHits') : t('pdf.noHitsImages', { count: search.images })
}
