import { CloseOutlined } from '@ant-design/icons'
import { Button, Input, type InputRef } from 'antd'
import { useDeferredValue, useEffect, useRef, useState } from 'react'
import type { Material } from '@shared/domain/dossier'
import type { Inspection } from '@shared/inspection/finding'
import { visibleText } from '@shared/lib/visible-text'
import type { ChosenHit } from '@renderer/ui/pdf/use-text-search'
import { useTranslation } from '@renderer/ui/translation'
import { useDossierSearch, type DossierFinds, type DossierTexts } from './use-dossier-search'

/** 在整份案卷中查找: every occurrence by file and page, beside the page that it leads to. */
export function DossierSearch(props: {
  readonly materials: readonly Material[]
  readonly inspections: ReadonlyMap<string, Inspection>
  readonly texts: DossierTexts
  /** Another number takes the keyboard to it. */
  readonly asked: number
  readonly onGo: (materialId: string, query: string, chosen: ChosenHit) => void
  readonly onClose: () => void
}) {
  const { materials, inspections, texts, asked, onGo, onClose } = props
  const { t } = useTranslation()
  const [typed, setTyped] = useState('')
  const query = useDeferredValue(typed)
  const finds = useDossierSearch(materials, inspections, texts, query)
  const field = useRef<InputRef>(null)
  useEffect(() => {
    field.current?.focus()
    field.current?.select()
  }, [asked])
  return (
    <section
      className="dossier-search"
      aria-label={t('review.search')}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return
        event.stopPropagation()
        onClose()
      }}
    >
      <div className="dossier-search-head">
        <Input
          ref={field}
          size="small"
          type="search"
          aria-label={t('review.searchField')}
          placeholder={t('review.searchField')}
          value={typed}
          onChange={(event) => {
            setTyped(event.target.value)
          }}
        />
        <Button size="small" type="text" icon={<CloseOutlined />} aria-label={t('pdf.closeSearch')} onClick={onClose} />
      </div>
      <p className="quiet" role="status">
        {stateOf(finds, query, t)}
      </p>
      <div className="dossier-search-hits">
        {finds.files.map(({ material, count, hits }) => (
          <section key={material.id} aria-label={material.title}>
            <h3>
              {visibleText(material.title)} <span className="quiet">{t('review.searchCount', { count })}</span>
            </h3>
            <ul className="plain">
              {hits.map(({ page, nth, words }) => (
                <li key={`${page}/${nth}`}>
                  <button type="button" onClick={() => onGo(material.id, query, { page, nth })}>
                    <span className="dossier-search-page">{t('pdf.page', { page })}</span>
                    <span>
                      {words.before}
                      <mark>{words.hit}</mark>
                      {words.after}
                    </span>
                  </button>
                </li>
              ))}
            </ul>
            {count > hits.length ? <p className="quiet">{t('review.searchMore', { count: hits.length })}</p> : null}
          </section>
        ))}
      </div>
    </section>
  )
}

function stateOf(finds: DossierFinds, query: string, t: ReturnType<typeof useTranslation>['t']): string {
  const { reading, count, files, images } = finds
  const found =
    query.trim() === ''
      ? ''
      : count > 0
        ? t('review.searchFound', { count, files: files.length })
        : reading === null
          ? t('pdf.noHits')
          : ''
  const under = reading === null ? '' : t('review.searchReading', reading)
  const unseen =
    reading === null && images > 0 && query.trim() !== '' ? t('review.searchImages', { count: images }) : ''
  return [found, under, unseen].filter((words) => words !== '').join(' ')
}
