import type { CheckResult } from '@shared/regulation/check-dossier'
import { useTranslation } from '@renderer/ui/translation'
import { CheckMark, JudgementMark } from '@renderer/ui/VerdictMark'

/** What a rule came to, and whether a person said so. */
export function CheckOutcome({ outcome }: Pick<CheckResult, 'outcome'>) {
  const { t } = useTranslation()
  switch (outcome.by) {
    case 'system':
      return <CheckMark verdict={outcome.verdict} />
    case 'override':
      return (
        <span className="mark">
          <CheckMark verdict={outcome.verdict} /> {t('checks.overridden')}
        </span>
      )
    case 'person':
      return <JudgementMark verdict={outcome.judgement} />
    case 'person-needed':
      return <span className="mark quiet">{t('checks.personNeeded')}</span>
  }
}
