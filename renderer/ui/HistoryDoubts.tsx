import { Alert } from 'antd'
import type { ImportReport } from '@shared/bundle/import-report'
import { useTranslation } from './translation'

/** Chains that a bundle shows otherwise than this desk holds them, in red, each with what to do. */
export function HistoryDoubts({ doubts }: { readonly doubts: ImportReport['doubts'] }) {
  const { t } = useTranslation()
  if (doubts.length === 0) return null
  return (
    <Alert
      type="error"
      showIcon
      title={t('historyDoubt.title')}
      description={
        <ul>
          {doubts.map(({ kind, author, name, held, shown }) => (
            <li key={`${kind}/${author}`}>
              {t(`historyDoubt.${kind}`, {
                who: name === '' ? author : name,
                heldSeq: held.seq,
                heldId: held.id?.slice(0, 16) ?? '—',
                shownSeq: shown.seq,
                shownId: shown.id.slice(0, 16),
              })}
            </li>
          ))}
        </ul>
      }
    />
  )
}
