import type { HostError } from '@shared/ipc/contract'
import { makeFolder } from '../files/durable-file'
import { removeLeftovers } from '../files/part-files'
import { fileSystemError, hostError, HostFailure } from '../lib/failure'
import type { HostContext } from './host-context'
import type { Identity } from '../keys/identity'
import { settleLocks } from '../locks/settle-locks'
import { OpenDesk } from '../desk/open-desk'
import type { Hold } from '../profile/hold'
import { exchangeFolderOf, withExchangeFolder } from '../profile/settings'
import type { Vault } from '../desk/vault'
import { Serial } from '../lib/serial'
import { bringBackDrafts } from '../snapshots/bring-back-drafts'
import { findMissingAttachments } from '../snapshots/missing-attachments'

/** Opening, locking and restoring a desk, one after the other. */
export type DeskOpener = {
  readonly serial: Serial
  /** Opens journal, drafts and attachments for an unlocked identity, and says what was found. */
  readonly openDesk: (identity: Identity, vault: Vault) => Promise<OpenDesk>
}

export function deskOpener(context: HostContext, hold: Pick<Hold, 'raise' | 'snapshotsBefore'>): DeskOpener {
  const { options, folder, state, snapshots } = context
  return {
    serial: new Serial(),
    openDesk: async (identity, vault) => {
      const open = await OpenDesk.open(
        folder,
        { identity, vault },
        { clock: options.clock, freeBytes: context.freeBytes, comparedAtOnce: options.sizes?.comparedAtOnce },
      )
      // First: what is read from now on may be found damaged.
      open.care.begin((notice) => {
        context.notify(notice)
        snapshots.findingOf(open).then(
          (found) => {
            if (found !== null) context.notify(found)
          },
          // The damage is told; a snapshot that cannot be read by now brings nothing back.
          () => undefined,
        )
      })
      await hold.raise(open.journal.lastFence)
      const finding = await snapshots.greet(open)
      state.desk = identity.desk
      state.open = open
      context.unwritten.open(vault.unwritten)
      // Only our own default is made; a folder a person chose may be a stick that is not plugged in.
      await openSettings(context, vault)
      if (state.exchangeFolder === null) {
        await makeFolder(options.exchangeFolder).catch(() => undefined)
      }
      const unfinished = await removeLeftovers(context.exchangeFolder())
      const kept = await snapshots.snapshotsOf(open)
      const stamp = options.clock().toISOString().replaceAll(/[-:.]/gu, '')
      // A disk that is full now has room the next time.
      const drafts = await bringBackDrafts(open, kept, stamp).catch(() => null)
      const attachments = await findMissingAttachments(open.attachments, kept)
      const repairs = state.notices.filter(({ code }) => saidAtStart.test(code))
      const lacksSnapshots = kept.length === 0 && open.journal.count > 0 && hold.snapshotsBefore > 0
      state.notices = [
        ...repairs,
        ...(options.database?.notices() ?? []),
        ...open.notices,
        ...[finding, drafts, attachments].filter((notice) => notice !== null),
        ...(lacksSnapshots ? [hostError('snapshot.missing', { path: folder.snapshots })] : []),
        ...tellUnfinished(unfinished),
      ]
      await introduceAgain(open)
      await settleInterrupted(open)
      snapshots.watch(open)
      return open
    },
  }
}

/** What was found before anybody unlocked the desk, and holds until it is closed. */
const saidAtStart =
  /^(?:snapshot\.file-restored|settings\.reset|piece\..+|profile\.(?:on-network|in-sync-folder|lost|lock-gone))$/u

/** An export that was cut off: its file is gone, and the person does it again. */
const tellUnfinished = (names: readonly string[]): readonly HostError[] =>
  names.length === 0 ? [] : [hostError('exchange.interrupted', { fileName: names.join('、') })]

/** A desk whose introduction does not name its encryption key, being older than such keys, introduces itself anew. */
async function introduceAgain(open: OpenDesk): Promise<void> {
  const { journal, identity } = open
  const newest = journal.introductionsOf(identity.desk.keyId).at(-1)
  if (newest === undefined || !journal.isWritable) return
  try {
    const [record] = await journal.readById([newest])
    if (record?.payload.encryptionKey === identity.statement.encryptionKey) return
    await open.append([{ type: 'desk.introduced', payload: identity.statement }])
  } catch (error) {
    // A full or read-only disk, and damage, are said elsewhere; the next opening tries again.
    if (!(error instanceof HostFailure) && fileSystemError(error) === null) throw error
  }
}

/** A declaration that was written just before a kill closes its dossier now. */
async function settleInterrupted(open: OpenDesk): Promise<void> {
  if (!open.journal.isWritable || (await open.locked.keys.list()).length === 0) return
  try {
    await settleLocks(open)
  } catch (error) {
    // Damage that is met on the way is told, and the desk opens to be restored.
    if (!(error instanceof HostFailure) || open.journal.notices.length === 0) throw error
  }
}

/** Reads what of the settings is encrypted; what an older version wrote in the open is encrypted now. */
async function openSettings({ state, saveSettings }: HostContext, { settings: key }: Vault): Promise<void> {
  const folder = exchangeFolderOf(state.settings, key)
  if (state.settings.exchangeFolder !== null && folder !== null) {
    // Saved again at the next opening if the disk refuses now.
    await saveSettings(withExchangeFolder(state.settings, folder, key)).catch(() => undefined)
  }
  state.exchangeFolder = folder
}
