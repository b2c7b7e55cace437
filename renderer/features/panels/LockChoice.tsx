import { Checkbox } from 'antd'
import { useTranslation } from '@renderer/ui/translation'

/** Whether dossiers go to an expert closed until the declaration on recusal; preset so. */
export function LockChoice(props: { readonly isLocked: boolean; readonly onChange: (isLocked: boolean) => void }) {
  const { t } = useTranslation()
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
    </div>
  )
}
