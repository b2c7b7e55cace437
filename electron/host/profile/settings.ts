import { readFile } from 'node:fs/promises'
import { z } from 'zod'
import { autoLockMinutesSchema, defaultAutoLockMinutes } from '@shared/ipc/unlocking'
import { defaultSnapshotBudgetMB, drillResultSchema, snapshotBudgetSchema } from '@shared/ipc/snapshot'
import { decodeChecked, encodeChecked } from '../files/checked-json'
import { writeDurably } from '../files/durable-file'

const settingsSchema = z.strictObject({
  exchangeFolder: z.string().min(1).nullable().default(null),
  snapshotBudgetMB: snapshotBudgetSchema.default(defaultSnapshotBudgetMB),
  /** How the last drill of restoring ended. */
  lastDrill: drillResultSchema.nullable().default(null),
  autoLockMinutes: autoLockMinutesSchema.default(defaultAutoLockMinutes),
})
export type HostSettings = z.infer<typeof settingsSchema>

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
