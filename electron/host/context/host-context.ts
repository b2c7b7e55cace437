import type { Desk, HostError } from '@shared/ipc/contract'
import type { DatabaseVerdict, KeptDatabase } from '@shared/ipc/database'
import type { BundleReader } from '../bundles/bundle-reader'
import { readBundleHere } from '../bundles/bundle-job'
import { StageStore } from '../bundles/stage-store'
import { ArtifactStore } from '../documents/artifact-store'
import type { PaperPress } from '../documents/paper-press'
import type { SystemKeystore } from '../keys/keystore'
import type { PassphraseStrength } from '../keys/passphrase-work'
import { productStrength } from '../keys/slots'
import { DeskHold } from './desk-hold'
import { UnwrittenDrafts } from '../drafts/unwritten-drafts'
import { ExchangeWatch } from '../exchange/exchange-watch'
import { fail } from '../lib/failure'
import { inspectorHere, type Inspector } from '../inspection/inspector'
import { freeBytesOf, type FreeBytes } from '../files/space'
import type { OpenDesk } from '../desk/open-desk'
import { handlePlaces, type Places } from '../places/places'
import type { TakeOver } from '../profile/lock'
import type { ProfileFolder } from '../profile/profile-folder'
import { writeSettings, type HostSettings } from '../profile/settings'
import { SnapshotKeeper } from '../snapshots/snapshot-keeper'
import { everyInterval, type Every } from '../lib/timers'

type Dialogs = {
  /** Asks a person for a folder through the system's own dialog; null if cancelled. */
  readonly pickFolder: () => Promise<string | null>
}

/** What lies aside of the page's database. There is one such copy at most. */
export type DatabaseKeeper = {
  /** Called once, while no other program has the profile and the browser has not begun. */
  readonly begin: () => void
  /** What stood in the way of the database and was put aside. */
  readonly notices: () => readonly HostError[]
  /** What the page found: one that is not sound is kept as it was. @returns where, null if there is nothing to keep */
  readonly judge: (verdict: DatabaseVerdict) => Promise<string | null>
  readonly kept: () => Promise<KeptDatabase | null>
  readonly remove: () => Promise<void>
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
  readonly publisher: PaperPress
  /** Where the shell's browser keeps its database: its disk must have room as well. */
  readonly databaseFolder?: string
  /** Deletes all that the shell's browser stored for the page, where the shell can do so by itself. */
  readonly discardDatabase?: () => Promise<void>
  /** Looks after that database, where the shell knows its files. */
  readonly database?: DatabaseKeeper
  /** Free bytes of the disk that holds a folder; the system's answer unless given. */
  readonly freeBytes?: FreeBytes
  /** Opens bundles; in this very thread unless given. */
  readonly readBundle?: BundleReader
  /** Looks into attachments; in this very thread unless given. */
  readonly inspector?: Inspector
  /** The system's timer unless given. */
  readonly every?: Every
  /** The keystore of the operating system; null or absent where the shell has none. */
  readonly keystore?: SystemKeystore | null
  /** What a guess at a new passphrase costs: the product's, unless a test that asks something else sits at the desk. */
  readonly passphraseStrength?: PassphraseStrength
  /** How callers name files and folders: by handles, unless the caller is a program in this very process. */
  readonly places?: Places
  /** Hears what was noticed and mended without a person's doing: a sentence of ours for the log. */
  readonly note?: (message: string) => void
  /**
   * Sizes from which large journals are treated as such, in bytes; the product's, unless a small one is to be taken for
   * large.
   */
  readonly sizes?: {
    /** So much of a journal is compared at opening with what was verified of it; more than that when it is open. */
    readonly comparedAtOnce?: number
    /** A piece of the journal in a snapshot. */
    readonly snapshotPiece?: number
  }
  /** How the profile is taken and kept. */
  readonly lock?: {
    /** A person's word that whoever has the profile is gone. */
    readonly takeOver?: TakeOver | null
    /** Milliseconds between two signs of life, 5000 unless given. */
    readonly renewEveryMs?: number
  }
  /** Null where there are no native dialogs (browser shell, command line). */
  readonly dialogs: Dialogs | null
}

/** What the groups of handlers share. */
export type HostContext = {
  readonly options: HostOptions
  readonly folder: ProfileFolder
  readonly state: {
    desk: Desk | null
    open: OpenDesk | null
    settings: HostSettings
    /** The folder a person chose; known only while the desk is open. */
    exchangeFolder: string | null
    notices: readonly HostError[]
  }
  readonly snapshots: SnapshotKeeper
  /** Typing that the disk refused. */
  readonly unwritten: UnwrittenDrafts
  /** Which page writes. */
  readonly hold: DeskHold
  readonly freeBytes: FreeBytes
  readonly readBundle: BundleReader
  readonly inspector: Inspector
  readonly passphraseStrength: PassphraseStrength
  /**
   * Adds a sentence for the person at the desk; one of its kind, about the same file, takes the place of the one
   * before.
   */
  readonly notify: (notice: HostError) => void
  readonly places: Places
  readonly stages: StageStore
  /** Looks at the exchange folder. */
  readonly exchange: ExchangeWatch
  readonly artifacts: ArtifactStore
  /** The open desk. @throws HostFailure `profile.locked` */
  readonly requireDesk: () => OpenDesk
  readonly exchangeFolder: () => string
  readonly saveSettings: (settings: HostSettings) => Promise<void>
  /** Closes the open desk, if any, and drops everything that was unlocked with it. */
  readonly lock: () => Promise<void>
}

/** The state of a host whose profile folder was read. */
export function createContext(
  options: HostOptions,
  folder: ProfileFolder,
  desk: Desk | null,
  settings: HostSettings,
): HostContext {
  const state: HostContext['state'] = { desk, open: null, settings, exchangeFolder: null, notices: [] }
  const stages = new StageStore(folder.staging)
  const artifacts = new ArtifactStore(options.randomUuid)
  const places = options.places ?? handlePlaces(options.randomUuid)
  const inspector = options.inspector ?? inspectorHere
  const exchange = new ExchangeWatch(() => performance.now())
  const freeBytes = freeBytesOfDesk(folder.root, options)
  const unwritten = new UnwrittenDrafts()
  const hold = new DeskHold(options.clock)
  const notify = (notice: HostError) => {
    const isAnother = ({ code, params }: HostError) => code !== notice.code || params['path'] !== notice.params['path']
    state.notices = [...state.notices.filter(isAnother), notice]
  }
  const snapshots = new SnapshotKeeper(folder, {
    clock: options.clock,
    every: options.every ?? everyInterval,
    freeBytes,
    budgetBytes: () => state.settings.snapshotBudgetMB * 1_000_000,
    pieceSize: options.sizes?.snapshotPiece,
    notify,
  })
  return {
    options,
    folder,
    state,
    stages,
    exchange,
    artifacts,
    places,
    snapshots,
    unwritten,
    hold,
    freeBytes,
    readBundle: options.readBundle ?? readBundleHere,
    inspector,
    passphraseStrength: options.passphraseStrength ?? productStrength,
    notify,
    requireDesk: () => state.open ?? fail('profile.locked'),
    exchangeFolder: () => state.exchangeFolder ?? options.exchangeFolder,
    saveSettings: async (changed) => {
      await writeSettings(folder.settings, changed)
      state.settings = changed
    },
    lock: async () => {
      const { open } = state
      state.open = null
      state.exchangeFolder = null
      hold.lock()
      if (open !== null) unwritten.close(open.vault.unwritten)
      exchange.close()
      snapshots.rest()
      artifacts.clear()
      places.forget()
      await inspector.rest()
      await stages.clear()
      await open?.close(() => snapshots.take(open, 'close'))
    },
  }
}

/** Journal and database may lie on two disks: for the desk the fuller one counts. */
function freeBytesOfDesk(
  root: string,
  { freeBytes = freeBytesOf, databaseFolder }: Pick<HostOptions, 'freeBytes' | 'databaseFolder'>,
): FreeBytes {
  return async (folder) => {
    const free = await freeBytes(folder)
    if (folder !== root || databaseFolder === undefined) return free
    return Math.min(free, await freeBytes(databaseFolder).catch(() => free))
  }
}
