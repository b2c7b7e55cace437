import type { Material } from '@shared/domain/dossier'
import { criterionIds, type EvidencePin } from '@shared/domain/judgement'
import { criterionOf } from '@shared/regulation/criteria'
import type { OpinionDraft } from '@shared/acts/expert-opinion'
import { clauseName } from '@renderer/ui/clause-name'
import { useTranslation } from '@renderer/ui/translation'
import { JudgementMark } from '@renderer/ui/VerdictMark'
import { wordsOf } from '@renderer/ui/words'

/** The whole opinion on one page, in the order in which it is printed. */
export function ReadThrough(props: {
  readonly opinion: OpinionDraft
  /** Of the dossier as it is now: a pin on another file is on words that have changed. */
  readonly files: readonly Pick<Material, 'sha256'>[]
}) {
  const { opinion, files } = props
  const { t, locale } = useTranslation()
  const isPresent = (pin: EvidencePin) => files.some(({ sha256 }) => sha256 === pin.sha256)
  return (
    <article className="read-through">
      {criterionIds.map((id) => {
        const { verdict, reason, evidence } = opinion.items[id]
        return (
          <section key={id}>
            <h2>
              {wordsOf(t, `criterion.${id}.title`)}{' '}
              <span className="quiet">{clauseName(criterionOf(id).clause, locale)}</span>
            </h2>
            <p>{verdict === null ? <Empty /> : <JudgementMark verdict={verdict} />}</p>
            <Words text={reason} />
            {evidence.every(isPresent) ? null : <p className="warn">{t('sealing.textChanged')}</p>}
            {evidence.length === 0 ? null : (
              <p className="quiet">
                {t('sealing.evidence', {
                  pins: evidence
                    .map((pin) =>
                      t(isPresent(pin) ? 'review.pin' : 'sealing.pinChanged', {
                        title: pin.materialTitle,
                        page: pin.page,
                      }),
                    )
                    .join(t('punctuation.list')),
                })}
              </p>
            )}
          </section>
        )
      })}
      {(['overall', 'problems', 'suggestions'] as const).map((field) => (
        <section key={field}>
          <h2>{t(`review.text.${field}`)}</h2>
          <Words text={opinion[field]} />
        </section>
      ))}
      <section>
        <h2>{t('review.vote')}</h2>
        <p className="reading">{opinion.vote === null ? <Empty /> : t(`review.vote.${opinion.vote}`)}</p>
      </section>
      {opinion.dissent === '' ? null : (
        <section>
          <h2>{t('review.text.dissent')}</h2>
          <Words text={opinion.dissent} />
        </section>
      )}
    </article>
  )
}

function Words({ text }: { readonly text: string }) {
  return text.trim() === '' ? (
    <p>
      <Empty />
    </p>
  ) : (
    <p className="reading verbatim">{text}</p>
  )
}

function Empty() {
  const { t } = useTranslation()
  return <span className="quiet">{t('sealing.empty')}</span>
}
