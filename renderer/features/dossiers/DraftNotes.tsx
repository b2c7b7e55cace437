import { Alert } from 'antd'
import { Link } from 'react-router'
import { draftKeys, draftSavedAt } from '@renderer/data/drafts'
import { dayAndTime } from '@renderer/platform/clock'
import { useTranslation } from '@renderer/ui/translation'

const prefix = 'intake/'

/** Forms that were begun and never saved: they wait here, nothing of them is lost. */
export function DraftNotes({ known }: { readonly known: readonly string[] }) {
  const { t } = useTranslation()
  const open = draftKeys(prefix).filter((key) => !known.includes(key.slice(prefix.length)))
  return open.map((key) => (
    <Alert
      key={key}
      type="info"
      showIcon
      title={
        <>
          {t('dossiers.unfinished', { time: dayAndTime(draftSavedAt(key) ?? '') })}{' '}
          <Link to={`/intake/${key.slice(prefix.length)}`}>{t('dossiers.goOn')}</Link>
        </>
      }
    />
  ))
}
