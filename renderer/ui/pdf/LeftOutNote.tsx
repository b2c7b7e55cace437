import type { HugePage } from '@shared/inspection/huge-pages'
import { memoryLimit } from '../../workers/memory-limit'
import { useTranslation } from '../translation'
import { pageLimit, type StopReason } from './pdf-sitting'

/** Why nothing is drawn of a page: its pictures state too much, or drawing it was stopped. */
export type LeftOut = HugePage | StopReason

/** Stands in the place of a page that is not drawn: why, and what to do. */
export function LeftOutNote({ page, leftOut }: { readonly page: number; readonly leftOut: LeftOut }) {
  const { t } = useTranslation()
  const words =
    leftOut === 'slow'
      ? t('pdf.pageTooSlow', { page, seconds: pageLimit / 1000 })
      : leftOut === 'heavy'
        ? t('pdf.pageTooHeavy', { page, megabytes: memoryLimit / 1_000_000 })
        : t('pdf.pageTooLarge', { page, width: leftOut.width, height: leftOut.height })
  return (
    <p className="pdf-left-out" role="alert">
      {words}
    </p>
  )
}
