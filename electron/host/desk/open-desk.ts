import type { HostError } from '@shared/ipc/contract'
import type { Action } from '@shared/records/payloads'
import type { RecordEnvelope } from '@shared/records/record'
import { AttachmentStore } from '../attachments/attachment-store'
import { DraftStore } from '../drafts/draft-store'
import { fail } from '../lib/failure'
import { spaceLevel, type FreeBytes } from '../files/space'
import { sealActions } from '../journal/author'
import { Journal } from '../journal/journal'
import { refuseSecondActs } from '../journal/act-guard'
import { refuseDoubles } from '../journal/double-guard'
import { refuseUnknownMoves } from '../journal/status-guard'
import { DeskFold } from './desk-fold'
import { JournalCare } from './journal-care'
import { LockedStore } from './locked-store'
import type { Identity } from '../keys/identity'
import type { ProfileFolder } from '../profile/profile-folder'
import { Serial } from '../lib/serial'
import type { Vault } from './vault'

type World = {
  readonly clock: () => Date
  readonly freeBytes: FreeBytes
  /** See `JournalPlaces`. */
  readonly comparedAtOnce?: number | undefined
}

type ImportedRecords = {
  readonly records: readonly RecordEnvelope[]
  readonly quarantined: readonly RecordEnvelope[]
  /** How far others have seen this desk's chain, where that is further than it goes here: it goes on from there. */
  readonly ownHead: Pick<RecordEnvelope, 'id' | 'seq'> | null
}

/** Everything of a profile that is unlocked. */
export class OpenDesk {
  readonly #serial = new Serial()
  #isClosed = false
  /** What the journal says, folded once for everybody in the host who asks. */
  readonly fold: DeskFold

  private constructor(
    readonly folder: ProfileFolder,
    readonly identity: Identity,
    readonly vault: Vault,
    readonly journal: Journal,
    readonly care: JournalCare,
    readonly drafts: DraftStore,
    readonly attachments: AttachmentStore,
    readonly locked: LockedStore,
    private readonly world: World,
  ) {
    this.fold = new DeskFold(journal)
  }

  static async open(
    folder: ProfileFolder,
    { identity, vault }: Pick<OpenDesk, 'identity' | 'vault'>,
    world: World,
  ): Promise<OpenDesk> {
    const { comparedAtOnce } = world
    const journal = await Journal.open(folder.journal, vault.journal, {
      asideFolder: folder.aside,
      image: { path: folder.journalImage, key: vault.journalImage },
      ...(comparedAtOnce !== undefined && { comparedAtOnce }),
    })
    try {
      const care = await JournalCare.of(journal, {
        clock: world.clock,
        imagePath: folder.journalImage,
        mark: { path: folder.journalMark, key: vault.journalMark },
      })
      const drafts = await DraftStore.open(folder.drafts, vault.drafts, folder.aside)
      return new OpenDesk(
        folder,
        identity,
        vault,
        journal,
        care,
        drafts,
        new AttachmentStore(folder.attachments, vault.attachments),
        new LockedStore(folder.locks, vault.locks),
        world,
      )
    } catch (error) {
      await journal.close()
      throw error
    }
  }

  get notices(): readonly HostError[] {
    return [...this.journal.notices, ...this.drafts.notices]
  }

  /**
   * Seals actions of this desk and appends them behind the records of others that come with them, in one frame.
   * @throws HostFailure `journal.unknown-move`, what `refuseSecondActs` and `refuseDoubles` say, `profile.locked`,
   * `space.read-only`
   */
  append(
    actions: readonly Action[],
    imported: ImportedRecords = { records: [], quarantined: [], ownHead: null },
  ): Promise<RecordEnvelope[]> {
    return this.#serial.run(async () => {
      if (this.#isClosed) fail('profile.locked')
      refuseUnknownMoves(actions)
      await refuseSecondActs(actions, (slot) => this.journal.standing(slot))
      await refuseDoubles(actions, (type) => this.journal.standingOfKind(type))
      await this.refuseWhenFull()
      const own = sealActions(actions, this.identity, this.stateAfter(imported), this.world.clock().toISOString())
      const records = [...imported.records, ...own]
      await this.journal.append({
        records,
        ...(imported.quarantined.length > 0 && { quarantined: imported.quarantined }),
      })
      this.care.appended()
      return records
    })
  }

  /** Looks whether another program touched the journal, between two appends. @throws HostFailure `journal.foreign` */
  look(): Promise<void> {
    return this.#serial.run(async () => {
      if (!this.#isClosed) await this.journal.look()
    })
  }

  /** @throws HostFailure `space.read-only` before the disk is full, so that nothing is ever torn */
  async refuseWhenFull(): Promise<void> {
    const freeBytes = await this.world.freeBytes(this.folder.root)
    if (spaceLevel(freeBytes) === 'read-only') fail('space.read-only', { freeMB: Math.floor(freeBytes / 1_000_000) })
  }

  /** Finishes what was asked before, does the `last` thing while the files are still open, and closes them. */
  async close(last: () => Promise<unknown> = async () => undefined): Promise<void> {
    await this.#serial.run(async () => {
      // What comes after finds the desk locked.
      this.#isClosed = true
      await last()
      await this.care.close()
      await this.journal.close()
    })
    await this.drafts.close()
  }

  /** The journal as it will stand after `imported`, for the records that follow in the same frame. */
  private stateAfter({
    records: imported,
    ownHead,
  }: ImportedRecords): Pick<Journal, 'headOf' | 'lamport' | 'headsSince' | 'refsFor'> {
    if (imported.length === 0 && ownHead === null) return this.journal
    const heads = new Map<string, Pick<RecordEnvelope, 'id' | 'seq'>>()
    for (const record of imported) {
      const present = heads.get(record.author) ?? this.journal.headOf(record.author)
      if (present === null || present.seq < record.seq) heads.set(record.author, { id: record.id, seq: record.seq })
    }
    const own = this.identity.desk.keyId
    const held = heads.get(own) ?? this.journal.headOf(own)
    if (ownHead !== null && (held?.seq ?? 0) < ownHead.seq) heads.set(own, ownHead)
    const arrived = [...heads].filter(([author]) => author !== this.identity.desk.keyId).map(([, head]) => head.id)
    return {
      headOf: (author) => heads.get(author) ?? this.journal.headOf(author),
      lamport: imported.reduce((most, record) => Math.max(most, record.lamport), this.journal.lamport),
      refsFor: (action, author) => this.journal.refsFor(action, author),
      headsSince: (author) => [...new Set([...this.journal.headsSince(author), ...arrived])].slice(0, 1000),
    }
  }
}
