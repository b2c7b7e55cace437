import type { CalendarDate } from '@shared/domain/date'
import type { Translate } from '@shared/messages/translate'
import { safeFileName } from './safe-file-name'

/** The names that bundles go out under; each tells its kind. */
export const bundleNames = [
  'assign.fileName',
  'returning.fileName',
  'countersign.bundleName',
  'signing.bundleName',
  'expert.export.opinionsName',
  'expert.export.hashesName',
  'documents.archiveName',
  'protection.card.fileName',
] as const

/** So that kind, day and ending always have their place in the name. */
const mostBytesOfName = 150

/** `送审包-致严伯衡-2026-11-22.lsb`: which kind, for whom or from whom, of what day. A long name is cut, never the day. */
export const bundleFileName = (
  t: Translate,
  kind: (typeof bundleNames)[number],
  { name, today }: { readonly name: string; readonly today: CalendarDate },
): string => `${safeFileName(t(kind, { name: safeFileName(name, mostBytesOfName), today }))}.lsb`
