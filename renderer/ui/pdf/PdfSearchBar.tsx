import { CloseOutlined, DownOutlined, UpOutlined } from '@ant-design/icons'
import { Button, Input } from 'antd'
import { useState } from 'react'
import { isComposing } from '../../platform/ime'
import { useTranslation } from '../translation'
import type { TextSearch } from './use-text-search'

/** Asks for words in the file: Enter searches, then goes to the next place, Shift+Enter back, Escape closes. */
export function PdfSearchBar({ search, onClose }: { readonly search: TextSearch; readonly onClose: () => void }) {
  const { t } = useTranslation()
  const [typed, setTyped] = useState(search.query)
  return (
    <div className="pdf-search" role="search">
      <Input
        autoFocus
        size="small"
        aria-label={t('pdf.search')}
        placeholder={t('pdf.searchPlaceholder')}
        value={typed}
        onChange={(event) => {
          setTyped(event.target.value)
        }}
        onKeyDown={(event) => {
          event.stopPropagation()
          if (isComposing(event)) return
          if (event.key === 'Escape') onClose()
          if (event.key !== 'Enter') return
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
  return search.reading === null ? t('pdf.noHits') : t('pdf.searching', { page: search.reading })
}
