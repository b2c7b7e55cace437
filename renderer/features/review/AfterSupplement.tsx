import { Alert, Button, Modal, Spin } from 'antd'
import { useMemo } from 'react'
import { pageChanges, type FileChange, type Touch } from '@shared/acts/after-supplement'
import { criterionIds } from '@shared/domain/judgement'
import { visibleText } from '@shared/lib/visible-text'
import type { PageTexts } from '@renderer/ui/pdf/page-texts'
import { useTranslation } from '@renderer/ui/translation'
import { WordDiff } from '@renderer/ui/WordDiff'
import { wordsOf } from '@renderer/ui/words'
import type { Supplement } from './use-supplement'

/** Pages that differ which are shown of one file; beyond that the file is another one. */
const mostPages = 200

/** 补充材料之后: what is new, replaced and gone, page by page, and what of one's own opinion it touches. */
export function AfterSupplement(props: {
  readonly supplement: Supplement | undefined
  readonly version: number
  /** Goes on with the present version; null where that was done. */
  readonly onGoOn: (() => void) | null
  readonly onClose: () => void
}) {
  const { supplement, version, onGoOn, onClose } = props
  const { t } = useTranslation()
  return (
    <Modal
      open
      className="after-supplement"
      width="72rem"
      title={t('supplement.title', { version })}
      onCancel={onClose}
      footer={
        <>
          <Button onClick={onClose}>{t('common.close')}</Button>
          {onGoOn === null ? null : (
            <Button type="primary" disabled={supplement === undefined} onClick={onGoOn}>
              {t('review.acceptVersion', { version })}
            </Button>
          )}
        </>
      }
    >
      {supplement === undefined ? <Spin description={t('supplement.reading')} /> : <Changes supplement={supplement} />}
    </Modal>
  )
}

function Changes({ supplement }: { readonly supplement: Supplement }) {
  const { t } = useTranslation()
  const { isKnown, changes, touches, from } = supplement
  if (!isKnown) {
    return <Alert type="warning" showIcon title={t('supplement.unknown', { version: from.dossierVersion })} />
  }
  return (
    <div className="stack">
      <h3>{t('supplement.files', { count: changes.length, version: from.dossierVersion })}</h3>
      {changes.length === 0 ? <p className="quiet">{t('supplement.noFiles')}</p> : null}
      {changes.map((change) => (
        <FileOf key={(change.after ?? change.before).sha256} change={change} texts={supplement.texts} />
      ))}
      <h3>{touches.size === 0 ? t('supplement.noCriteria') : t('supplement.criteria', { count: touches.size })}</h3>
      {touches.size === criterionIds.length ? null : (
        <p className="quiet">{t('supplement.others', { count: criterionIds.length - touches.size })}</p>
      )}
      <ul>
        {[...touches].map(([id, touch]) => (
          <li key={id}>
            <strong>{wordsOf(t, `criterion.${id}.title`)}</strong>
            <TouchWords touch={touch} />
          </li>
        ))}
      </ul>
    </div>
  )
}

function FileOf(props: { readonly change: FileChange; readonly texts: (sha256: string) => PageTexts | null }) {
  const { change, texts } = props
  const { t } = useTranslation()
  const file = change.after ?? change.before
  return (
    <section className="check" aria-label={visibleText(file.title)}>
      <header className="row">
        <strong>{t(`supplement.kind.${change.kind}`)}</strong>
        <span>{visibleText(file.title)}</span>
        <span className="quiet">
          {change.kind === 'replaced'
            ? t('supplement.hashes', { from: change.before.sha256.slice(0, 8), to: change.after.sha256.slice(0, 8) })
            : t('supplement.hash', { hash: file.sha256.slice(0, 8) })}
        </span>
      </header>
      {change.kind === 'replaced' ? (
        <Pages before={texts(change.before.sha256)} after={texts(change.after.sha256)} />
      ) : null}
    </section>
  )
}

function Pages({ before, after }: { readonly before: PageTexts | null; readonly after: PageTexts | null }) {
  const { t } = useTranslation()
  const changes = useMemo(
    () => (before === null || after === null ? null : pageChanges(foldedOf(before), foldedOf(after))),
    [before, after],
  )
  if (before === null || after === null || changes === null) return <p className="warn">{t('supplement.unreadable')}</p>
  if (changes.length === 0) return <p>{t('supplement.sameText')}</p>
  return (
    <>
      <p className="quiet">{t('supplement.pages', { count: changes.length })}</p>
      {changes.slice(0, mostPages).map((change) => {
        const [old, fresh] = [textOf(before, change.before), textOf(after, change.after)]
        return (
          <details key={`${change.before ?? '-'}/${change.after ?? '-'}`} open={changes.length <= 5}>
            <summary>
              {change.before === null
                ? t('supplement.pageNew', { page: change.after ?? 0 })
                : change.after === null
                  ? t('supplement.pageGone', { page: change.before })
                  : change.before === change.after
                    ? t('supplement.page', { page: change.after })
                    : t('supplement.pageMoved', { from: change.before, to: change.after })}
            </summary>
            {old === '' && fresh === '' ? (
              <p className="warn">{t('supplement.imagePage')}</p>
            ) : (
              <WordDiff from={old} to={fresh} around={60} />
            )}
          </details>
        )
      })}
      {changes.length > mostPages ? <p className="warn">{t('supplement.morePages', { count: mostPages })}</p> : null}
    </>
  )
}

const foldedOf = (pages: PageTexts): readonly string[] =>
  Array.from({ length: Math.max(0, ...pages.keys()) }, (_, index) => pages.get(index + 1)?.folded ?? '')

/** White space of a PDF means nothing: it is made one. */
const textOf = (pages: PageTexts, page: number | null): string =>
  page === null ? '' : (pages.get(page)?.items.join('').replaceAll(/\s+/gu, ' ').trim() ?? '')

/** Why a criterion is to be looked at again. */
export function TouchWords({ touch }: { readonly touch: Touch }) {
  const { t } = useTranslation()
  return (
    <ul className="touch">
      {touch.files.map((change) => {
        const file = change.after ?? change.before
        return <li key={file.sha256}>{t(`supplement.why.${change.kind}`, { title: visibleText(file.title) })}</li>
      })}
      {touch.facts ? <li>{t('supplement.why.facts')}</li> : null}
      {touch.pins.map(({ pin, standing }, index) => {
        const name = t('review.pin', { title: pin.materialTitle, page: pin.page })
        switch (standing.kind) {
          case 'present':
            return null
          case 'gone':
          case 'changed':
            return <li key={index}>{t(`supplement.pin.${standing.kind}`, { name })}</li>
          case 'found':
            return (
              <li key={index}>
                {standing.pin.page === pin.page
                  ? t(standing.isSame ? 'supplement.pin.same' : 'supplement.pin.kept', { name })
                  : t('supplement.pin.moved', { name, page: standing.pin.page })}
              </li>
            )
        }
      })}
    </ul>
  )
}
