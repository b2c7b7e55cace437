import { CloseOutlined, UndoOutlined } from '@ant-design/icons'
import { Button, Select } from 'antd'
import { useEffect, useRef, useState, type ReactNode } from 'react'
import type { Material } from '@shared/domain/dossier'
import { readingMarkKinds, type KeptMark, type ReadingMarkKind } from '@shared/domain/reading-mark'
import { visibleText } from '@shared/lib/visible-text'
import { OverlayShape } from '@renderer/ui/pdf/OverlayShape'
import { useTranslation } from '@renderer/ui/translation'
import { MarkedCopies } from './MarkedCopies'
import type { Marks } from './use-marks'

/** 批注一览: every mark of the dossier in reading order, by kind and by file; each leads to its place. */
export function MarkList(props: {
  readonly marks: Marks
  readonly materials: readonly Material[]
  /** Another number takes the keyboard to it. */
  readonly asked: number
  readonly onGo: (mark: KeptMark) => void
  readonly onClose: () => void
  readonly children?: ReactNode
}) {
  const { marks, materials, asked, onGo, onClose, children } = props
  const { t } = useTranslation()
  const [kind, setKind] = useState<ReadingMarkKind | null>(null)
  const [file, setFile] = useState<string | null>(null)
  const place = useRef<HTMLElement>(null)
  useEffect(() => {
    const first = place.current?.querySelector<HTMLElement>('.mark-list button, .mark-kinds button')
    first?.focus({ preventScroll: true })
  }, [asked])
  const isThere = (mark: KeptMark) => materials.some(({ sha256 }) => sha256 === mark.sha256)
  const shown = marks.all.filter(
    (mark) => (kind === null || mark.kind === kind) && (file === null || mark.materialId === file),
  )
  return (
    <section
      ref={place}
      className="dossier-search"
      aria-label={t('marks.list')}
      onKeyDown={(event) => {
        if (event.key === 'Escape') {
          event.stopPropagation()
          onClose()
        } else if (event.key === 'ArrowDown' || event.key === 'ArrowUp') step(event.currentTarget, event)
      }}
    >
      <div className="dossier-search-head">
        <h2 className="mark-list-title">{t('marks.list')}</h2>
        <Button size="small" type="text" icon={<CloseOutlined />} aria-label={t('common.close')} onClick={onClose} />
      </div>
      <div className="mark-filters">
        <span className="mark-kinds" role="group" aria-label={t('marks.kind')}>
          {readingMarkKinds.map((one) => (
            <button
              key={one}
              type="button"
              aria-pressed={kind === one}
              onClick={() => setKind(kind === one ? null : one)}
            >
              <OverlayShape look={one} /> {t(`marks.kind.${one}`)}{' '}
              {marks.all.filter((mark) => mark.kind === one).length}
            </button>
          ))}
        </span>
        <Select
          size="small"
          aria-label={t('marks.file')}
          value={file ?? ''}
          onChange={(id) => setFile(id === '' ? null : id)}
          options={[
            { value: '', label: t('marks.allFiles') },
            ...materials.map(({ id, title }) => ({ value: id, label: visibleText(title) })),
          ]}
        />
      </div>
      {marks.all.length === 0 ? null : (
        <div className="mark-filters">
          <MarkedCopies marks={shown} materials={materials} />
        </div>
      )}
      <p className="quiet" role="status">
        {marks.all.length === 0 ? t('marks.none') : t('marks.count', { shown: shown.length, all: marks.all.length })}
        {marks.removed === null ? null : (
          <Button size="small" type="link" icon={<UndoOutlined />} onClick={marks.restore}>
            {t('marks.restore')}
          </Button>
        )}
      </p>
      <ul className="plain dossier-search-hits mark-list">
        {shown.map((mark) => (
          <li key={mark.id}>
            <button
              type="button"
              aria-current={marks.current === mark.id ? 'true' : undefined}
              onClick={() => onGo(mark)}
            >
              <span className="mark-of">
                <OverlayShape look={mark.kind} /> {t(`marks.kind.${mark.kind}`)}
              </span>
              <span>
                <span className="quiet">{t('review.pin', { title: mark.materialTitle, page: mark.page })}</span>
                {mark.quote === '' ? null : <q>{mark.quote}</q>}
                {mark.note === '' ? null : <span className="mark-words">{mark.note}</span>}
                {mark.isCarried ? <span className="quiet">{t('marks.isCarried')}</span> : null}
                {isThere(mark) ? null : <span className="warn">{t('review.pinChanged')}</span>}
              </span>
            </button>
          </li>
        ))}
      </ul>
      {children}
    </section>
  )
}

/** Arrows go from mark to mark. */
function step(place: HTMLElement, event: { readonly key: string; readonly preventDefault: () => void }): void {
  const all = [...place.querySelectorAll<HTMLElement>('.mark-list button')]
  const at = all.indexOf(document.activeElement as HTMLElement)
  const next = at === -1 ? undefined : all[at + (event.key === 'ArrowDown' ? 1 : -1)]
  if (next === undefined) return
  event.preventDefault()
  next.focus()
}
