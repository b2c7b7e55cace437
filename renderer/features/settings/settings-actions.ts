import { saveOffice } from '@shared/acts/office'
import { officeSettingsSchema, type OfficeSettings } from '@shared/domain/office'
import type { Desk } from '@shared/ipc/contract'
import { placeWords, shapeSentences } from '@shared/messages/shape-words'
import type { Translate } from '@shared/messages/translate'
import { err, ok, type Result } from '@shared/lib/result'
import { append } from '@renderer/data/desk'
import { loadOwnCard } from '@renderer/data/recipients'
import { callHost, done } from '@renderer/platform/bridge'
import type { WrittenFile } from '@renderer/ui/WrittenFiles'

/** Checks settings as they stand: what to save, or everything that must change first, in words. */
export function checkSettings(value: OfficeSettings, t: Translate): Result<OfficeSettings, string> {
  const parsed = officeSettingsSchema.safeParse(value)
  if (parsed.success) return ok(parsed.data)
  return err(shapeSentences(parsed.error.issues, value, t, (path) => placeWords(path, t)))
}

export async function saveSettings(settings: OfficeSettings): Promise<void> {
  await append(...saveOffice(settings))
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
