import { readFile } from 'node:fs/promises'
import { z } from 'zod'
import { autoLockMinutesSchema, defaultAutoLockMinutes } from '@shared/ipc/unlocking'
import { defaultSnapshotBudgetMB, drillResultSchema, snapshotBudgetSchema } from '@shared/ipc/snapshot'
import { decodeChecked, encodeChecked } from '../files/checked-json'
import { writeDurably } from '../files/durable-file'
import { openText, sealText } from '../vault/gcm'

/** Members of a newer version stay as they are. */
const settingsSchema = z.looseObject({
  /** In the open, as an older version wrote it; encrypted at the next unlocking. */
  exchangeFolder: z.string().min(1).nullable().default(null),
  /** The path may name a person or a matter, and is needed only while the desk is open. */
  sealedExchangeFolder: z.strictObject({ nonce: z.base64(), sealed: z.base64() }).nullable().default(null),
  snapshotBudgetMB: snapshotBudgetSchema.default(defaultSnapshotBudgetMB),
  /** How the last drill of restoring ended. */
  lastDrill: drillResultSchema.nullable().default(null),
  autoLockMinutes: autoLockMinutesSchema.default(defaultAutoLockMinutes),
})
export type HostSettings = z.infer<typeof settingsSchema>

const exchangeAad = Buffer.from('lianshen/exchange-folder/1')

/** The settings with this exchange folder, encrypted. */
export const withExchangeFolder = (settings: HostSettings, folder: string, key: Uint8Array): HostSettings => ({
  ...settings,
  exchangeFolder: null,
  sealedExchangeFolder: sealText(key, Buffer.from(folder, 'utf8'), exchangeAad),
})

/** The exchange folder a person chose; null if none was, or if it cannot be opened. */
export function exchangeFolderOf(settings: HostSettings, key: Uint8Array): string | null {
  if (settings.exchangeFolder !== null) return settings.exchangeFolder
  const { sealedExchangeFolder: sealed } = settings
  return sealed === null ? null : (openText(key, sealed, exchangeAad)?.toString('utf8') ?? null)
}

/** Settings of this computer. They hold nothing that cannot be chosen again, so an unreadable file counts as none. */
export async function readSettings(path: string): Promise<HostSettings> {
  try {
    return settingsSchema.parse(decodeChecked(await readFile(path, 'utf8')))
  } catch {
    return settingsSchema.parse({})
  }
}

export const writeSettings = (path: string, settings: HostSettings): Promise<unknown> =>
  writeDurably(path, encodeChecked(settings))

/** Whether the text of a `settings.json` can be read at all. */
export function isSettingsFile(text: string): boolean {
  try {
    return settingsSchema.safeParse(decodeChecked(text)).success
  } catch {
    return false
  }
}
