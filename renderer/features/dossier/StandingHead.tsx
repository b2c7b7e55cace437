import { Alert } from 'antd'
import type { ReactNode } from 'react'
import { Link } from 'react-router'
import { whereItStands, type Standing } from '@shared/acts/where-it-stands'
import { daysBetween, type CalendarDate } from '@shared/domain/date'
import { visibleText } from '@shared/lib/visible-text'
import type { DossierCase } from '@renderer/data/cases'
import { matterWords, stateWords } from '@renderer/ui/agenda-words'
import { useTranslation } from '@renderer/ui/translation'
import { AwaitedList } from './AwaitedList'
import { LikenessNote } from './LikenessNote'

/** Head of an alliance's page: term, papers, people, what is due, what is awaited and from whom, what bars it. */
export function StandingHead({ dossier }: { readonly dossier: DossierCase }) {
  const { t } = useTranslation()
  const { today } = dossier.facts
  const standing = whereItStands(dossier)
  const revokedOn = dossier.file.proceedings.revocation?.decidedOn ?? null
  const { term, termCount, notice, filing, chairUnit, hostDivision, coDivisions, due, awaited, barredUntil } = standing
  return (
    <section className="panel" aria-label={t('head.title')}>
      <div className="stack">
        {barredUntil !== null && today <= barredUntil ? (
          <Alert type="error" showIcon title={t('head.barred', { until: barredUntil })} />
        ) : null}
        <LikenessNote dossier={dossier} likeness={standing.likeness} />
        <dl className="standing">
          {term === null ? null : (
            <Fact name={t('head.term')}>
              {t('common.span', { from: term.from, to: term.to })}
              {revokedOn === null ? null : <span className="danger"> {t('head.revokedOn', { on: revokedOn })}</span>}
              {termCount > 1 ? <span className="quiet"> {t('head.termNumber', { number: termCount })}</span> : null}
            </Fact>
          )}
          {notice === null ? null : <Fact name={t('head.notice')}>{paperWords(notice)}</Fact>}
          {filing === null ? null : <Fact name={t('head.filing')}>{paperWords(filing)}</Fact>}
          <Fact name={t('field.chairUnitId')}>{chairUnit === '' ? null : visibleText(chairUnit)}</Fact>
          <Fact name={t('head.hostDivision')}>{hostDivision === '' ? null : visibleText(hostDivision)}</Fact>
          {coDivisions.length === 0 ? null : (
            <Fact name={t('head.coDivisions')}>{coDivisions.map(visibleText).join(t('punctuation.list'))}</Fact>
          )}
          {barredUntil === null || today <= barredUntil ? null : (
            <Fact name={t('head.barredUntil')}>{barredUntil}</Fact>
          )}
          <Fact name={t('head.due')}>{due.length === 0 ? null : <Due due={due} today={today} />}</Fact>
          <Fact name={t('head.awaited')} isWide>
            {awaited.length === 0 ? t('head.nothingAwaited') : <AwaitedList awaited={awaited} />}
          </Fact>
        </dl>
      </div>
    </section>
  )
}

const paperWords = ({ no, on }: { readonly no: string; readonly on: CalendarDate | null }): string =>
  [visibleText(no), on ?? ''].filter((word) => word !== '').join(' · ')

/** One of the facts; empty: it is not on record. */
function Fact(props: { readonly name: string; readonly children: ReactNode; readonly isWide?: true }) {
  const { name, children, isWide } = props
  return (
    <div className={isWide ? 'wide' : undefined}>
      <dt>{name}</dt>
      <dd>{children ?? '—'}</dd>
    </div>
  )
}

/** Days with how far off they are; what is over is said in words. */
function Due({ due, today }: { readonly due: Standing['due']; readonly today: CalendarDate }) {
  const { t } = useTranslation()
  return (
    <ul className="plain">
      {due.map((entry) => {
        const left = daysBetween(today, entry.day)
        const off =
          left < 0
            ? t('head.overdueBy', { days: -left })
            : left === 0
              ? t('head.dueToday')
              : t('head.dueIn', { days: left })
        const state = stateWords({ ...entry, overdue: false }, t)
        return (
          <li key={entry.id}>
            {matterWords(entry, t)} <span className="number">{entry.day}</span>{' '}
            <span className={entry.overdue ? 'danger' : 'quiet'}>
              {state === '' ? off : `${off}${t('punctuation.list')}${state}`}
            </span>
          </li>
        )
      })}
      <li>
        <Link to="/agenda">{t('agenda.title')}</Link>
      </li>
    </ul>
  )
}
