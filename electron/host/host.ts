import { mkdir } from 'node:fs/promises'
import type { Desk, HostError, IpcHandlers } from '@shared/ipc/contract'
import type { AttachmentRange } from './attachments/attachment-store'
import { ArtifactStore } from './documents/artifact-store'
import type { Publisher } from './documents/publisher'
import { documentHandlers } from './handlers/document-handlers'
import { bundleHandlers } from './handlers/bundle-handlers'
import type { FreeBytes } from './files/space'
import { exchangeHandlers } from './handlers/exchange-handlers'
import { journalHandlers } from './handlers/journal-handlers'
import { profileHandlers } from './handlers/profile-handlers'
import { sampleHandlers } from './handlers/sample-handlers'
import type { OpenDesk } from './open-desk'
import { takeLock } from './profile/lock'
import { prepareFolder, profileFolder, readProfile, type ProfileFolder } from './profile/profile-folder'
import { readSettings, writeSettings, type HostSettings } from './profile/settings'
import { StageStore } from './bundles/stage-store'
import { fail } from './failure'

export type Dialogs = {
  /** Asks a person for a folder through the system's own dialog; null if cancelled. */
  readonly pickFolder: () => Promise<string | null>
}

export type HostOptions = {
  /** Absolute. Everything of one desk lies in it. */
  readonly profileFolder: string
  /** Where bundles are written and looked for until a person chooses another folder. */
  readonly exchangeFolder: string
  /** The folder `resources` of the installed product. */
  readonly resourcesFolder: string
  readonly shell: 'electron' | 'browser'
  readonly version: string
  readonly clock: () => Date
  readonly randomUuid: () => string
  readonly publisher: Publisher
  /** Free bytes of the disk that holds a folder; the system's answer unless given. */
  readonly freeBytes?: FreeBytes
  /** Null where there are no native dialogs (browser shell, command line). */
  readonly dialogs: Dialogs | null
}

/** The Node side of one desk: answers every channel of the contract. */
export type Host = {
  readonly handlers: IpcHandlers
  /** Whether a profile is unlocked. */
  readonly isOpen: () => boolean
  /** A range of an attachment without the contract's limit, for a shell that streams it. @throws HostFailure */
  readonly readAttachmentRange: (sha256: string, offset: number, length: number) => Promise<AttachmentRange>
  /** Finishes what is being written, forgets the keys, gives the profile free. */
  readonly close: () => Promise<void>
}

/** What the groups of handlers share. */
export type HostContext = {
  readonly options: HostOptions
  readonly folder: ProfileFolder
  readonly state: {
    desk: Desk | null
    open: OpenDesk | null
    settings: HostSettings
    notices: readonly HostError[]
  }
  readonly stages: StageStore
  readonly artifacts: ArtifactStore
  /** The open desk. @throws HostFailure `profile.locked` */
  readonly requireDesk: () => OpenDesk
  readonly exchangeFolder: () => string
  readonly saveSettings: (settings: HostSettings) => Promise<void>
  /** Closes the open desk, if any, and drops everything that was unlocked with it. */
  readonly lock: () => Promise<void>
}

/**
 * Takes the profile folder for this process and answers the handlers of all channels.
 * @throws HostFailure `profile.in-use` if another process has the folder, `profile.damaged`, or a file system error
 */
export async function createHost(options: HostOptions): Promise<Host> {
  const folder = profileFolder(options.profileFolder)
  await mkdir(folder.root, { recursive: true })
  const release = await takeLock(folder.lock)
  try {
    await prepareFolder(folder)
    const context = createContext(options, folder, await readProfile(folder), await readSettings(folder.settings))
    return {
      handlers: {
        ...profileHandlers(context),
        ...journalHandlers(context),
        ...bundleHandlers(context),
        ...documentHandlers(context),
        ...exchangeHandlers(context),
        ...sampleHandlers(context),
      },
      isOpen: () => context.state.open !== null,
      readAttachmentRange: (sha256, offset, length) => context.requireDesk().attachments.read(sha256, offset, length),
      close: async () => {
        await context.lock()
        await release()
      },
    }
  } catch (error) {
    await release()
    throw error
  }
}

function createContext(
  options: HostOptions,
  folder: ProfileFolder,
  desk: Desk | null,
  settings: HostSettings,
): HostContext {
  const state: HostContext['state'] = { desk, open: null, settings, notices: [] }
  const stages = new StageStore(folder.staging)
  const artifacts = new ArtifactStore(options.randomUuid)
  return {
    options,
    folder,
    state,
    stages,
    artifacts,
    requireDesk: () => state.open ?? fail('profile.locked'),
    exchangeFolder: () => state.settings.exchangeFolder ?? options.exchangeFolder,
    saveSettings: async (changed) => {
      await writeSettings(folder.settings, changed)
      state.settings = changed
    },
    lock: async () => {
      const { open } = state
      state.open = null
      artifacts.clear()
      await stages.clear()
      await open?.close()
    },
  }
}
