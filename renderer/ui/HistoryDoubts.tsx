import type { ImportReport } from '@shared/bundle/import-report'
import { ListedNote } from './ListedNote'
import { useTranslation } from './translation'

/** Chains that a bundle shows otherwise than this desk holds them, in red, each with what to do. */
export function HistoryDoubts({ doubts }: { readonly doubts: ImportReport['doubts'] }) {
  const { t } = useTranslation()
  return (
    <ListedNote
      type="error"
      title={t('historyDoubt.title')}
      sentences={doubts.map(({ kind, author, name, held, shown }) =>
        t(`historyDoubt.${kind}`, {
          who: name === '' ? author : name,
          heldSeq: held.seq,
          heldId: held.id?.slice(0, 16) ?? '—',
          shownSeq: shown.seq,
          shownId: shown.id.slice(0, 16),
        }),
      )}
    />
  )
}
