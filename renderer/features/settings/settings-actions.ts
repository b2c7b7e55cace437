import { officeSettingsSchema, type OfficeSettings } from '@shared/domain/office'
import type { Desk } from '@shared/ipc/contract'
import { err, ok, type Result } from '@shared/lib/result'
import { append } from '@renderer/data/desk'
import { loadOwnCard } from '@renderer/data/recipients'
import { callHost, done } from '@renderer/platform/bridge'
import type { WrittenFile } from '@renderer/ui/WrittenFiles'

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

/** Writes what this desk says about itself, and nothing else, for a division to take in. */
export async function exportCard(
  desk: Desk,
  { to, fileName, folder }: { readonly to: string; readonly fileName: string; readonly folder: string | null },
): Promise<WrittenFile> {
  const answer = await callHost('bundle:export', {
    // Divisions take both in: from experts and from one another.
    kind: desk.role === 'expert' ? 'opinion' : 'dossier',
    to,
    recordIds: [...(await loadOwnCard(desk.keyId))],
    attachments: [],
    fileName,
    // Public keys and names alone, for whoever has no key of ours yet.
    protect: { kind: 'none' },
    ...(folder === null ? {} : { folder }),
  })
  return done(answer).file
}
