import { Alert } from 'antd'
import { Link } from 'react-router'
import type { Likeness } from '@shared/acts/where-it-stands'
import { visibleText } from '@shared/lib/visible-text'
import type { DossierCase } from '@renderer/data/cases'
import { useTranslation } from '@renderer/ui/translation'
import { wordsOf } from '@renderer/ui/words'

/** At the head of an alliance that is like one that ended: in what, until when that bars, and what a person decided. */
export function LikenessNote(props: { readonly dossier: DossierCase; readonly likeness: readonly Likeness[] }) {
  const { t } = useTranslation()
  const { dossier, likeness } = props
  if (likeness.length === 0) return null
  const outcome = dossier.results.find(({ ruleId }) => ruleId === 'R19-6')?.outcome
  const decided = outcome?.by === 'person' ? outcome : null
  return (
    <Alert
      type={decided === null ? 'warning' : 'info'}
      showIcon
      title={t('likeness.title')}
      description={
        <>
          <ul>
            {likeness.map(({ prior, sameName, sameLead, sharedMemberCount, bar }) => (
              <li key={`${prior.names[0] ?? ''} ${prior.decidedOn}`}>
                {t(prior.ground === null ? 'likeness.ended' : 'likeness.revoked', {
                  name: visibleText(prior.names[0] ?? ''),
                  on: prior.decidedOn,
                })}
                {t('punctuation.colon')}
                {[
                  ...(sameName ? [t('likeness.sameName')] : []),
                  ...(sameLead ? [t('likeness.sameLead')] : []),
                  ...(sharedMemberCount > 0 ? [t('likeness.sharedMembers', { count: sharedMemberCount })] : []),
                  ...(bar === null
                    ? []
                    : [t(bar.holds ? 'likeness.barHolds' : 'likeness.barOver', { until: bar.until })]),
                ].join(t('punctuation.list'))}
              </li>
            ))}
          </ul>
          {decided === null ? (
            <Link to={`/dossiers/${dossier.file.id}?tab=checks`}>{t('likeness.toDecide')}</Link>
          ) : (
            t('likeness.decided', {
              person: visibleText(decided.person),
              on: decided.on,
              verdict: wordsOf(t, `judgement.${decided.judgement}`),
              reason: visibleText(decided.reason),
            })
          )}
        </>
      }
    />
  )
}
