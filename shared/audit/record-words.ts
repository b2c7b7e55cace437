import type { Translate } from '../messages/translate'
import { isRecordType } from '../records/record-kinds'

/** What a kind of record is called; null for one that only a newer version knows. */
export const recordWords = (type: string, t: Translate): string | null =>
  isRecordType(type) ? t(`record.${type}`) : null
