import type { IpcHandlers } from '@shared/ipc/contract'
import type { AttachmentRange } from './attachments/attachment-store'
import { auditHandlers } from './handlers/audit-handlers'
import { bundleHandlers } from './handlers/bundle-handlers'
import { documentHandlers } from './handlers/document-handlers'
import { draftHandlers } from './handlers/draft-handlers'
import { drillHandlers } from './handlers/drill-handlers'
import { exchangeHandlers } from './handlers/exchange-handlers'
import { holdHandlers } from './handlers/hold-handlers'
import { inspectionHandlers } from './handlers/inspection-handlers'
import { journalHandlers } from './handlers/journal-handlers'
import { profileHandlers } from './handlers/profile-handlers'
import { secrecyHandlers } from './handlers/secrecy-handlers'
import { sampleHandlers } from './handlers/sample-handlers'
import { snapshotHandlers } from './handlers/snapshot-handlers'
import { templateHandlers } from './handlers/template-handlers'
import { verifyHandlers } from './handlers/verify-handlers'
import { createContext, type HostOptions } from './context/host-context'
import type { DeskHold } from './context/desk-hold'
import { deskOpener } from './context/desk-opener'
import { makeFolder } from './files/durable-file'
import { makePrivate, privateMode, tellMadePrivate } from './files/private-files'
import { groupsWithRights } from './files/windows-rights'
import { keepHold } from './context/keep-hold'
import { takeProfile } from './profile/lock'
import { inspectPieces } from './profile/pieces'
import { moveToFreshFiles, prepareFolder, profileFolder, readProfile } from './profile/profile-folder'
import { warnOfPlace } from './profile/shared-places'
import { readSettings } from './profile/settings'
import { refuseNewerProfile } from './profile/newer-profile'
import { repairFromSnapshot } from './snapshots/repair'

export type { HostOptions } from './context/host-context'

/** The Node side of one desk: answers every channel of the contract. */
export type Host = {
  readonly handlers: IpcHandlers
  /** Whether a profile is unlocked. */
  readonly isOpen: () => boolean
  readonly hold: Pick<DeskHold, 'holds' | 'vanish'>
  /** A range of an attachment without the contract's limit, for a shell that streams it. @throws HostFailure */
  readonly readAttachmentRange: (sha256: string, offset: number, length: number) => Promise<AttachmentRange>
  /** Finishes what is being written, forgets the keys, gives the profile free. */
  readonly close: () => Promise<void>
}

/**
 * Takes the profile folder for this process and answers the handlers of all channels.
 * @throws HostFailure `profile.in-use` if another process has the folder, `profile.held` and `profile.held-unknown`
 * where a person may decide (`lock.takeOver`), `profile.newer`, `profile.damaged`, or a file system error
 */
export async function createHost(options: HostOptions): Promise<Host> {
  const folder = profileFolder(options.profileFolder)
  const found = await inspectPieces(folder)
  await makeFolder(folder.root, privateMode.folder)
  const hold = await takeProfile(folder.root, options.lock?.takeOver)
  let rest = (): void => undefined
  try {
    await refuseNewerProfile([folder.profile, folder.keys])
    await keepPrivate(folder.root, options.note)
    await prepareFolder(folder)
    if (hold.isForced) await moveToFreshFiles([folder.journal, folder.drafts])
    options.database?.begin()
    const repaired = await repairFromSnapshot(folder, options.clock().toISOString())
    const context = createContext(options, folder, await readProfile(folder), await readSettings(folder.settings))
    for (const notice of [...found, ...(await warnOfPlace(folder.root)), ...repaired]) context.notify(notice)
    const openDesk = deskOpener(context, hold)
    rest = keepHold(hold, context, options.lock?.renewEveryMs)
    return {
      handlers: {
        ...profileHandlers(context, openDesk),
        ...secrecyHandlers(context, openDesk),
        ...inspectionHandlers(context),
        ...journalHandlers(context),
        ...holdHandlers(context),
        ...draftHandlers(context),
        ...auditHandlers(context, openDesk),
        ...bundleHandlers(context),
        ...documentHandlers(context),
        ...drillHandlers(context, openDesk),
        ...exchangeHandlers(context),
        ...sampleHandlers(context),
        ...snapshotHandlers(context, openDesk),
        ...templateHandlers(context),
        ...verifyHandlers(context),
      },
      isOpen: () => context.state.open !== null,
      hold: context.hold,
      readAttachmentRange: (sha256, offset, length) => context.requireDesk().attachments.read(sha256, offset, length),
      close: async () => {
        rest()
        await context.lock()
        context.exchange.close()
        await hold.release((await context.snapshots.store.list()).length || undefined)
      },
    }
  } catch (error) {
    rest()
    await hold.release()
    throw error
  }
}

/** Takes from others what rights they have on a profile, and tells the log once. */
async function keepPrivate(root: string, note: HostOptions['note']): Promise<void> {
  const told = tellMadePrivate('profile', await makePrivate(root))
  if (told !== null) note?.(told)
  const groups = await groupsWithRights(root)
  if (groups.length > 0) note?.(`profile: everybody's groups have rights on it: ${groups.join(', ')}`)
}
