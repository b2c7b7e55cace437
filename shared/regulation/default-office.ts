import agencies from '../../resources/seeds/agencies.json' with { type: 'json' }
import catalogues from '../../resources/seeds/catalogues.json' with { type: 'json' }
import divisions from '../../resources/seeds/divisions.json' with { type: 'json' }
import filingChecklist from '../../resources/seeds/filing-checklist.json' with { type: 'json' }
import { officeSettingsSchema, type OfficeSettings } from '../domain/office'

/**
 * What an office starts from: industry lists, divisions, bodies of the coordination group, work rules and
 * interpretations. All of it is to be edited; the names marked 示例 are placeholders and nobody's official list.
 */
export const defaultOfficeSettings = (): OfficeSettings =>
  officeSettingsSchema.parse({ divisions, agencies, catalogues, filingChecklist })
