import type { CalendarDate } from '../domain/date'
import type { Translate } from './translate'
import { safeFileName } from '../lib/safe-file-name'

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
export type BundleName = (typeof bundleNames)[number]

/** So that kind, day and ending always have their place in the name. */
const mostBytesOfName = 150

/** `送审包-致严伯衡-2026-11-22.lsb`: which kind, for whom or from whom, of what day. A long name is cut, never the day. */
export const bundleFileName = (
  t: Translate,
  kind: BundleName,
  { name, today }: { readonly name: string; readonly today: CalendarDate },
): string => `${safeFileName(t(kind, { name: safeFileName(name, mostBytesOfName), today }))}.lsb`
