import { Input, Select } from 'antd'
import { memo } from 'react'
import type { ReviewDraft } from '@shared/acts/division-review'
import type { OfficeSettings } from '@shared/domain/office'
import { DayInput } from '@renderer/ui/DayInput'
import { Labelled } from '@renderer/ui/Labelled'
import { useTranslation } from '@renderer/ui/translation'

/** Which division, who signs for it, and on which day. */
export const SigningFields = memo(function SigningFields(
  props: Pick<ReviewDraft, 'divisionId' | 'signer' | 'signedOn'> & {
    readonly divisions: OfficeSettings['divisions']
    readonly divisionError: string | null
    readonly signerError: string | null
    readonly dayError: string | null
    readonly onChange: (part: Partial<Pick<ReviewDraft, 'divisionId' | 'signer' | 'signedOn'>>) => void
  },
) {
  const { divisions, divisionId, signer, signedOn, onChange } = props
  const { t } = useTranslation()
  return (
    <div className="fields">
      <Labelled label={t('review.division')} htmlFor="review-division" error={props.divisionError}>
        <Select
          id="review-division"
          placeholder={t('common.notSet')}
          value={divisionId}
          options={divisions.map((division) => ({ value: division.id, label: division.name }))}
          onChange={(chosen) => {
            onChange({ divisionId: chosen })
          }}
        />
      </Labelled>
      <Labelled label={t('review.signer')} htmlFor="review-signer" error={props.signerError}>
        <Input
          id="review-signer"
          value={signer}
          onChange={(event) => {
            onChange({ signer: event.target.value })
          }}
        />
      </Labelled>
      <Labelled label={t('common.date')} htmlFor="review-on" error={props.dayError}>
        <DayInput
          id="review-on"
          value={signedOn}
          onChange={(day) => {
            onChange({ signedOn: day })
          }}
        />
      </Labelled>
    </div>
  )
})
