import { Alert, Checkbox } from 'antd'
import { useTranslation } from '@renderer/ui/translation'

/**
 * Whether dossiers go to an expert closed until the declaration on recusal; preset so. `readable`: experts for whom the
 * locks would keep nobody out, for the file is in the open and the key to the lock lies in it as it is.
 */
export function LockChoice(props: {
  readonly isLocked: boolean
  readonly readable: readonly string[]
  readonly onChange: (isLocked: boolean) => void
}) {
  const { t } = useTranslation()
  const { readable } = props
  return (
    <div>
      <Checkbox
        checked={props.isLocked}
        onChange={(event) => {
          props.onChange(event.target.checked)
        }}
        aria-describedby="lock-choice-note"
      >
        {t('lock.option')}
      </Checkbox>
      <p id="lock-choice-note" className={props.isLocked ? 'quiet' : 'warn'}>
        {t(props.isLocked ? 'lock.optionHint' : 'lock.optionOff')}
      </p>
      {!props.isLocked || readable.length === 0 ? null : (
        <Alert type="warning" showIcon title={t('lock.readable', { names: readable.join(t('punctuation.list')) })} />
      )}
    </div>
  )
}
