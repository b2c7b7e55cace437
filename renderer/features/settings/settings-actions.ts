import { officeSettingsSchema, type OfficeSettings } from '@shared/domain/office'
import { err, ok, type Result } from '@shared/lib/result'
import { append } from '@renderer/data/desk'
import { callHost, done } from '@renderer/platform/bridge'

/** Checks settings as they stand: what to save, or the places that must change first. */
export function checkSettings(value: OfficeSettings): Result<OfficeSettings, readonly string[]> {
  const parsed = officeSettingsSchema.safeParse(value)
  return parsed.success ? ok(parsed.data) : err(parsed.error.issues.map((issue) => issue.path.map(String).join('.')))
}

export async function saveSettings(settings: OfficeSettings): Promise<void> {
  await append({ type: 'settings.saved', payload: settings })
}

/** Where bundles and documents are written by default. @returns the folder as the host took it. */
export const setExchangeFolder = async (folder: string): Promise<string> =>
  done(await callHost('exchange:set-folder', { folder })).folder
