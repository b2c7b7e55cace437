import type { CommitmentReport } from '@shared/ipc/verify-report'
import { differs } from '@shared/records/opinion-standing'
import { useTranslation } from '@renderer/ui/translation'

/** 封存哈希 in a bundle: whether the opinion beside each is the one that was promised. */
export function Commitments(props: {
  readonly commitments: readonly CommitmentReport[]
  readonly names: ReadonlyMap<string, string>
}) {
  const { t } = useTranslation()
  const { commitments, names } = props
  if (commitments.length === 0) return null
  const title = t('verifyPage.commitments', { count: commitments.length })
  return (
    <section aria-label={title}>
      <h3>{title}</h3>
      <p className="quiet">{t('verifyPage.commitments.note')}</p>
      <ul className="plain stack">
        {commitments.map(({ dossierId, version, commitment, code, check }) => (
          <li key={commitment}>
            <span className={differs(check) ? 'danger' : undefined}>
              {t('verifyPage.commitmentOf', {
                name: names.get(dossierId) ?? dossierId,
                version,
                check: t(`commit.check.${check}`),
              })}
            </span>{' '}
            <code className="fingerprint" title={`${t('commit.hash')} ${commitment}`}>
              {code}
            </code>
          </li>
        ))}
      </ul>
    </section>
  )
}
