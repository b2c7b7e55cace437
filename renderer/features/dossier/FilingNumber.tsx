import { Alert, Button } from 'antd'
import { useLiveQuery } from 'dexie-react-hooks'
import { isFilingNumberGiven, nextFilingNumber } from '@shared/domain/filing-number'
import type { DossierId } from '@shared/domain/ids'
import { listFilingNumbers } from '@renderer/data/filing-numbers'
import { useTranslation } from '@renderer/ui/translation'

/** The next number by the office's own pattern, and whether the one that stands there was given before. */
export function FilingNumber(props: {
  readonly dossierId: DossierId
  readonly pattern: string
  readonly day: string
  readonly typed: string
  readonly onTake: (no: string) => void
}) {
  const { t } = useTranslation()
  const given = useLiveQuery(() => listFilingNumbers(props.dossierId), [props.dossierId])
  if (given === undefined || !/^\d{4}-/u.test(props.day)) return null
  const next = nextFilingNumber(props.pattern, Number(props.day.slice(0, 4)), given)
  return (
    <>
      {next === null || props.typed !== '' ? null : (
        <Button
          size="small"
          onClick={() => {
            props.onTake(next)
          }}
        >
          {t('act.nextFilingNo', { no: next })}
        </Button>
      )}
      {props.typed !== '' && isFilingNumberGiven(props.typed, given) ? (
        <Alert type="warning" showIcon role="alert" title={t('act.filingNoGiven', { no: props.typed })} />
      ) : null}
    </>
  )
}
