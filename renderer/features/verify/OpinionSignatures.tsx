import type { OpinionSignature } from '@shared/ipc/verify-report'
import { dayAndTime } from '@renderer/platform/clock'
import { useTranslation } from '@renderer/ui/translation'
import { Fact } from './Fact'

/** 专家会签: each expert's own signature over the opinion, whether it holds, and of what desk it is. */
export function OpinionSignatures({ signatures }: { readonly signatures: readonly OpinionSignature[] }) {
  const { t } = useTranslation()
  if (signatures.length === 0) return null
  return (
    <section aria-label={t('verifyPage.countersigned', { count: signatures.length })}>
      <h3>{t('verifyPage.countersigned', { count: signatures.length })}</h3>
      <p className="quiet">{t('verifyPage.countersigned.note')}</p>
      {signatures.map((signature) => (
        <section key={signature.recordId} aria-label={signature.name}>
          <h4>
            {signature.name} · {t(`verifyPage.countersigned.${signature.kind}`)}
          </h4>
          <dl className="verify-facts">
            <Fact
              label={t('verifyPage.content')}
              value={t(signature.intact ? 'verifyPage.countersigned.holds' : 'verifyPage.countersigned.broken')}
            />
            <Fact
              label={t('verifyPage.signedAt')}
              value={t('expert.localClock', { time: dayAndTime(signature.signedAt) })}
            />
            <Fact label={t('verifyPage.countersigned.desk')} value={signature.desk} />
            <Fact label={t('verifyPage.trust')} value={t(`expert.trust.${signature.trust}`)} />
            <Fact label={t('verifyPage.countersigned.record')} value={signature.recordId} />
            {signature.scanSha256 === null ? null : (
              <Fact label={t('verifyPage.countersigned.scanHash')} value={signature.scanSha256} />
            )}
          </dl>
        </section>
      ))}
    </section>
  )
}
