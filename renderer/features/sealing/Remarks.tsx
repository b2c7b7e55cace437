import { Alert, Button } from 'antd'
import type { DraftRemark } from '@shared/acts/expert-opinion'
import { useExpertDesk } from '@renderer/stores/expert-desk-store'
import type { ReviewStep } from '@renderer/stores/review-steps'
import { useTranslation } from '@renderer/ui/translation'
import { wordsOf } from '@renderer/ui/words'

/** What is still missing, and quiet hints to the author; each leads to its place. */
export function Remarks({ remarks }: { readonly remarks: readonly DraftRemark[] }) {
  const { t } = useTranslation()
  const missing = remarks.filter((remark) => remark.blocks)
  const hints = remarks.filter((remark) => !remark.blocks)
  return (
    <>
      {missing.length === 0 ? null : (
        <Alert
          type="warning"
          showIcon
          title={t('sealing.missing', { count: missing.length })}
          description={<RemarkList remarks={missing} />}
        />
      )}
      {hints.length === 0 ? null : (
        <Alert type="info" showIcon title={t('sealing.hints')} description={<RemarkList remarks={hints} />} />
      )}
    </>
  )
}

function RemarkList({ remarks }: { readonly remarks: readonly DraftRemark[] }) {
  const { t } = useTranslation()
  const judge = useExpertDesk((desk) => desk.judge)
  return (
    <ul className="remarks">
      {remarks.map((remark) => (
        <li key={`${remark.code}/${remark.criterionId ?? ''}`}>
          {remark.criterionId === null
            ? null
            : `${wordsOf(t, `criterion.${remark.criterionId}.title`)}${t('punctuation.colon')}`}
          {t(`sealing.remark.${remark.code}`)}
          <Button
            type="link"
            size="small"
            onClick={() => {
              judge(stepOf(remark))
            }}
          >
            {t('sealing.goThere')}
          </Button>
        </li>
      ))}
    </ul>
  )
}

const stepOf = ({ code, criterionId }: DraftRemark): ReviewStep =>
  criterionId ?? (code === 'other-version' ? 'C12-1' : 'overall')
