import { actNames } from '../../documents/vocabulary/acts'
import { labels } from '../labels'

/** What each kind of record is called, and items that a kind alone has or means in its own way. */
export const zhRecords = {
  ...labels('record.', actNames),
  'field.status.set.from': '原状态',
  'field.status.set.to': '新状态',
  'field.assignment.issued.from': '发出单位',
  'field.bundle.exported.to': '交给',
  'field.bundle.imported.from': '发出方',
  'field.consultation.recorded.until': '暂缓至',
  'field.notice.corrected.items': '更正事项',
  'field.notice.corrected.place': '所在位置',
  'field.experts.drawn.field': '领域',
  'field.history.doubted.from': '包的发出方',
} as const satisfies Readonly<Record<`field.${string}` | `record.${string}`, string>>
