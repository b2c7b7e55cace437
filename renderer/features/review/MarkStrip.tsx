import { CloseOutlined, DeleteOutlined } from '@ant-design/icons'
import { Button, Checkbox, Input, type InputRef } from 'antd'
import { useEffect, useRef } from 'react'
import { readingMarkKinds, type KeptMark } from '@shared/domain/reading-mark'
import { isComposing } from '@renderer/platform/ime'
import { OverlayShape } from '@renderer/ui/pdf/OverlayShape'
import { useTranslation } from '@renderer/ui/translation'

/** The mark that one is at: what it says, what was noted beside it, and whether it goes along. Under the pages. */
export function MarkStrip(props: {
  readonly mark: KeptMark
  readonly onChange: (change: Partial<Pick<KeptMark, 'kind' | 'note' | 'isCarried'>>) => void
  readonly onRemove: () => void
  /** Back to the pages. */
  readonly onClose: () => void
}) {
  const { mark, onChange, onRemove, onClose } = props
  const { t } = useTranslation()
  const note = useRef<InputRef>(null)
  useEffect(() => {
    note.current?.focus({ preventScroll: true })
  }, [mark.id])
  return (
    <section
      className="mark-strip"
      aria-label={t('marks.current')}
      onKeyDown={(event) => {
        if (isComposing(event) || event.key !== 'Escape') return
        event.stopPropagation()
        onClose()
      }}
    >
      <span className="mark-kinds" role="group" aria-label={t('marks.kind')}>
        {readingMarkKinds.map((kind) => (
          <button key={kind} type="button" aria-pressed={mark.kind === kind} onClick={() => onChange({ kind })}>
            <OverlayShape look={kind} /> {t(`marks.kind.${kind}`)}
          </button>
        ))}
      </span>
      <Input
        ref={note}
        size="small"
        className="mark-note"
        aria-label={t('marks.note')}
        placeholder={t('marks.notePlaceholder')}
        maxLength={2000}
        value={mark.note}
        onChange={(event) => onChange({ note: event.target.value })}
        onKeyDown={(event) => {
          if (isComposing(event) || event.key !== 'Enter' || event.ctrlKey || event.metaKey) return
          event.preventDefault()
          onClose()
        }}
      />
      <Checkbox checked={mark.isCarried} onChange={(event) => onChange({ isCarried: event.target.checked })}>
        {t('marks.carried')}
      </Checkbox>
      <Button size="small" type="text" icon={<DeleteOutlined />} aria-label={t('marks.remove')} onClick={onRemove} />
      <Button size="small" type="text" icon={<CloseOutlined />} aria-label={t('common.close')} onClick={onClose} />
    </section>
  )
}
