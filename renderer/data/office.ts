import type { OfficeSettings } from '@shared/domain/office'
import { defaultOfficeSettings } from '@shared/regulation/default-office'
import { deskDatabase } from './desk'

/** The office's settings: what was saved last, or what an office starts from. */
export async function loadOffice(): Promise<OfficeSettings> {
  const row = await deskDatabase().rows('settings').get('office')
  return row?.value ?? defaultOfficeSettings()
}

/** Whether the office ever saved its settings: then the record travels with assignments. */
export const loadOfficeRow = () => deskDatabase().rows('settings').get('office')
