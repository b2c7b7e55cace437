import type { DossierStatus } from '@shared/domain/status'
import { lookOf } from '@shared/workflow/status-table'
import { Shape } from './Shape'
import { useTranslation } from './translation'
import { wordsOf } from './words'

/** The state of a dossier: one word, one colour, one shape, everywhere. */
export function StatusMark({ status }: { readonly status: DossierStatus }) {
  const { t } = useTranslation()
  const { tone, shape } = lookOf(status)
  return (
    <span className="mark">
      <Shape shape={shape} tone={tone} />
      {wordsOf(t, `status.${status}`)}
    </span>
  )
}
