import { isNewArrival, type ExchangeFile } from '@shared/ipc/exchange'
import { dayAndTime } from '../platform/clock'
import { useTranslation } from './translation'

/** What is known of a file in the exchange folder, in words; nothing of it was verified yet. */
export function ExchangeState({ file }: { readonly file: ExchangeFile }) {
  const { t } = useTranslation()
  if (file.importedAt !== null) {
    return <span className="quiet">{t('exchange.state.imported', { at: dayAndTime(file.importedAt) })}</span>
  }
  return (
    <span className={isNewArrival(file) ? 'tag' : 'quiet'}>
      {t(`exchange.state.${file.state}`)}
      {file.from === null ? null : ` · ${file.from}`}
    </span>
  )
}
