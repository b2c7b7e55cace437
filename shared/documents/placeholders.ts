import { leavesOf } from '../lib/leaves'
import type { OfficeSettings } from '../domain/office'
import { isPlaceholder } from '../domain/sample'
import type { DocumentModel } from './blocks'

/** The names of alliances that only samples bear. */
const sampleAlliance = /示例[\p{L}\p{N}]*联盟/u

/**
 * Names of the settings that are placeholders and nobody's, and stand on a paper about a real alliance: it must not leave with them.
 * None on a paper about a sample. What people wrote is not asked: only names of the settings are.
 */
export function placeholdersOn(model: DocumentModel, office: OfficeSettings): readonly string[] {
  const text = leavesOf(model as never)
    .map(({ value }) => (typeof value === 'string' ? value : ''))
    .join('\n')
  if (sampleAlliance.test(text)) return []
  const names = [...office.agencies, ...office.divisions].map(({ name }) => name)
  return [...new Set([office.departmentName, ...names])].filter((name) => isPlaceholder(name) && text.includes(name))
}
