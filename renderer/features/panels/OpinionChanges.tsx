import { commitmentCode } from '@shared/domain/opinion-commitment'
import { labelAmong } from '@shared/domain/expert-label'
import type { Expert } from '@shared/domain/panel'
import type { ChangedPart } from '@shared/domain/opinion-change'
import type { OpinionChange, OpinionStanding } from '@shared/records/opinion-standing'
import { dayAndTime } from '@renderer/platform/clock'
import { useTranslation } from '@renderer/ui/translation'
import { wordsOf } from '@renderer/ui/words'

/** What experts changed after they were bound or opened: from what to what, when, and why, word for word. */
export function OpinionChanges(props: {
  readonly standings: readonly OpinionStanding[]
  readonly experts: readonly Expert[]
}) {
  const { standings, experts } = props
  const { t } = useTranslation()
  const changes = standings.flatMap((standing) => standing.changes)
  if (changes.length === 0) return null
  return (
    <section className="stack" aria-label={t('commit.changes')}>
      <h3>{t('commit.changes')}</h3>
      {changes.map((change) => (
        <Change key={change.to.id} change={change} experts={experts} />
      ))}
    </section>
  )
}

function Change({ change, experts }: { readonly change: OpinionChange; readonly experts: readonly Expert[] }) {
  const { t } = useTranslation()
  const { from, to, commitment, returned, parts, isAfterReveal } = change
  return (
    <article className="check">
      <header className="row">
        <strong>
          {t('commit.change.step', {
            name: labelAmong(to.value.expertId, to.value.expertName, experts),
            from: from.value.version,
            to: to.value.version,
          })}
        </strong>
        {isAfterReveal ? <span className="warn">{t('commit.change.afterReveal')}</span> : null}
        <span className="quiet">{t('commit.change.at', { time: dayAndTime(to.at) })}</span>
        <span className="quiet">
          {commitment === null
            ? t('commit.change.withoutCode')
            : t('commit.change.of', { code: commitmentCode(commitment) })}
        </span>
      </header>
      <p>
        {returned === null
          ? t('commit.change.unasked')
          : t('commit.change.returned', { day: returned.on, reason: returned.reason })}
      </p>
      <ul className="stack">
        {parts.length === 0 ? <li>{t('commit.change.none')}</li> : null}
        {parts.map((part) => (
          <li key={keyOf(part)}>
            <Part part={part} />
          </li>
        ))}
      </ul>
    </article>
  )
}

const keyOf = (part: ChangedPart): string =>
  part.kind === 'criterion' ? part.criterionId : part.kind === 'text' ? part.field : part.kind

function Part({ part }: { readonly part: ChangedPart }) {
  const { t } = useTranslation()
  switch (part.kind) {
    case 'vote':
      return t('commit.part.vote', { from: t(`vote.${part.from}`), to: t(`vote.${part.to}`) })
    case 'dossier-version':
      return t('commit.part.dossier-version', { from: part.from, to: part.to })
    case 'text':
      return (
        <>
          {t('commit.part.text', { field: t(`review.text.${part.field}`) })}
          <Texts from={part.from} to={part.to} />
        </>
      )
    case 'criterion': {
      const { verdict, reason, isEvidenceChanged } = part
      const said = [
        ...(verdict === null
          ? []
          : [
              t('commit.part.verdict', {
                from: wordsOf(t, `judgement.${verdict.from}`),
                to: wordsOf(t, `judgement.${verdict.to}`),
              }),
            ]),
        ...(reason === null ? [] : [t('commit.part.reason')]),
        ...(isEvidenceChanged ? [t('commit.part.evidence')] : []),
      ]
      return (
        <>
          {wordsOf(t, `criterion.${part.criterionId}.title`)}
          {t('punctuation.colon')}
          {said.join(t('punctuation.semicolon'))}
          {reason === null ? null : <Texts {...reason} />}
        </>
      )
    }
  }
}

/** Both texts in full, one under the other. */
function Texts({ from, to }: { readonly from: string; readonly to: string }) {
  const { t } = useTranslation()
  const shown = (text: string) => (text.trim() === '' ? t('commit.part.nothing') : text)
  return (
    <>
      <p className="reading verbatim">
        <span className="quiet">{t('commit.part.before')}</span>
        <del>{shown(from)}</del>
      </p>
      <p className="reading verbatim">
        <span className="quiet">{t('commit.part.after')}</span>
        <ins>{shown(to)}</ins>
      </p>
    </>
  )
}
