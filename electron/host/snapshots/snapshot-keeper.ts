import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { HostError } from '@shared/ipc/contract'
import type { SnapshotLine } from '@shared/ipc/snapshot'
import { fileSystemError, hostError, HostFailure } from '../lib/failure'
import { digestOf, type Digest } from '../files/durable-file'
import { readOnlyBytes, type FreeBytes } from '../files/space'
import { localMinute } from '../lib/local-time'
import type { OpenDesk } from '../desk/open-desk'
import type { ProfileFolder } from '../profile/profile-folder'
import { Serial } from '../lib/serial'
import type { Every } from '../lib/timers'
import { compareWithSnapshots, countMissing, isContained } from './compare'
import { planRotation, type Kept } from './rotation'
import { sizeOfPiece } from './snapshot-journal'
import { bytesOf, journalSizeOf, type Snapshot, type SnapshotFile, type SnapshotManifest } from './snapshot-manifest'
import { SnapshotStore, weekOf, type SnapshotSource } from './snapshot-store'

const hourMs = 3_600_000

type World = {
  readonly clock: () => Date
  readonly every: Every
  readonly freeBytes: FreeBytes
  readonly budgetBytes: () => number
  /** Bytes of a piece of the journal, where they are not those of the product. */
  readonly pieceSize?: number | undefined
  /** Shows a person what went wrong; a snapshot that fails never stops the work it was taken for. */
  readonly notify: (notice: HostError) => void
}

/** When snapshots are taken, which may go, and what they say about the journal that was opened. */
export class SnapshotKeeper {
  readonly store: SnapshotStore
  readonly #serial = new Serial()
  #stop: () => void = () => undefined

  constructor(
    private readonly folder: ProfileFolder,
    private readonly world: World,
  ) {
    this.store = new SnapshotStore(folder.snapshots, world.pieceSize)
  }

  /**
   * Compares a desk that was just opened with its snapshots. A journal that lacks what a good one has takes no further
   * records until a person restores it: they would fork this desk's own chain.
   */
  async greet(desk: OpenDesk): Promise<HostError | null> {
    return this.#serial.run(async () => {
      await this.store.removeLeftovers()
      await this.refreshKeysNow(desk.identity.desk.keyId)
      // What a newer version wrote is whole; going back would lose it.
      if (desk.journal.isOfNewerVersion) return null
      const notice = await compareWithSnapshots(this.store, await this.snapshotsOf(desk), desk.journal)
      if (notice?.code === 'snapshot.journal-shorter') desk.journal.hold()
      return notice
    })
  }

  /** What a person must know of the snapshots of a desk in which damage was found while it was open. */
  findingOf(desk: OpenDesk): Promise<HostError | null> {
    return this.#serial.run(async () => compareWithSnapshots(this.store, await this.snapshotsOf(desk), desk.journal))
  }

  /** Puts the present keys into every snapshot of a desk that has others. A failure is told and tried again later. */
  async refreshKeys(deskKeyId: string): Promise<void> {
    await this.#serial.run(() => this.refreshKeysNow(deskKeyId))
  }

  private async refreshKeysNow(deskKeyId: string): Promise<void> {
    const keys = await readFile(this.folder.keys)
    const { sha256 } = digestOf(keys)
    for (const snapshot of await this.store.list()) {
      const { format, deskKeyId: owner, files } = snapshot.manifest
      const held = files.find(({ name }) => name === 'keys.json')
      if (format === 'lianshen-snapshot/1' || owner !== deskKeyId || held?.sha256 === sha256) continue
      try {
        await this.store.replaceKeys(snapshot, keys)
      } catch (error) {
        const detail = error instanceof HostFailure ? error.error.code : fileSystemError(error)?.code
        this.world.notify(hostError('snapshot.failed', { detail: detail ?? String(error) }))
        return
      }
    }
  }

  /** Takes a snapshot every hour in which something changed, until `rest`. */
  watch(desk: OpenDesk): void {
    this.rest()
    this.#stop = this.world.every(hourMs, () => void this.take(desk, 'hourly').then(() => desk.care.saveImage()))
  }

  rest(): void {
    this.#stop()
    this.#stop = () => undefined
  }

  /**
   * Takes a snapshot and lets old ones go; null if nothing changed since the last, if the journal is not whole (what it
   * lacks must not rotate good ones away), or if it could not be written, of which a person is told.
   */
  take(desk: OpenDesk, reason: SnapshotManifest['reason']): Promise<Snapshot | null> {
    return this.#serial.run(async () => {
      try {
        // What was not looked at yet must not rotate good ones away either.
        if (desk.journal.isWritable) await desk.journal.compare()
        if (!desk.journal.isWritable) return null
        return await this.takeNow(desk, reason)
      } catch (error) {
        const detail = error instanceof HostFailure ? error.error.code : fileSystemError(error)?.code
        this.world.notify(hostError('snapshot.failed', { detail: detail ?? String(error) }))
        return null
      }
    })
  }

  /** All snapshots of a desk, each just read and verified. */
  async lines(desk: OpenDesk): Promise<SnapshotLine[]> {
    const lines: SnapshotLine[] = []
    for (const snapshot of await this.snapshotsOf(desk)) {
      const { name, manifest } = snapshot
      const isGood = await this.store.isGood(snapshot)
      lines.push({
        name,
        takenAt: manifest.takenAt,
        reason: manifest.reason,
        count: manifest.records.count,
        bytes: bytesOf(manifest),
        isGood,
        brings: isGood ? await countMissing(snapshot, desk.journal) : null,
      })
    }
    return lines
  }

  /** Snapshots of this very desk, the newest first. */
  async snapshotsOf({ identity }: Pick<OpenDesk, 'identity'>): Promise<readonly Snapshot[]> {
    return (await this.store.list()).filter(({ manifest }) => manifest.deskKeyId === identity.desk.keyId)
  }

  private async takeNow(desk: OpenDesk, reason: SnapshotManifest['reason']): Promise<Snapshot | null> {
    const { journal } = desk
    const records = { count: journal.count, heads: [...journal.heads()] }
    const sources = await this.sources(desk)
    if (sources === null) return null
    const earlier = await this.snapshotsOf(desk)
    const newest = earlier[0]
    if (newest !== undefined && (await isUnchanged(newest.manifest, records, sources))) return null
    const head = {
      number: (newest?.manifest.number ?? 0) + 1,
      takenAt: this.world.clock().toISOString(),
      reason,
      deskKeyId: desk.identity.desk.keyId,
      records,
      attachments: [...(await desk.attachments.list())],
    }
    // What of it lies in this journal as it lay in that one is shared.
    const before = newest !== undefined && isContained(newest, journal) ? newest : null
    const free = await this.world.freeBytes(this.folder.root)
    if (free < readOnlyBytes + this.store.newBytesOf(head, sources, before)) {
      this.world.notify(hostError('snapshot.no-space', { freeMB: Math.floor(free / 1_000_000) }))
      return null
    }
    const taken = await this.store.write(head, sources, before)
    // The new one was read again from the disk: only now may an older one go, and never the one to be restored.
    if (reason !== 'restore') await this.rotate([taken, ...earlier], desk)
    return taken
  }

  private async rotate(snapshots: readonly Snapshot[], desk: OpenDesk): Promise<void> {
    const kept = snapshots.map((snapshot) => ({
      name: snapshot.name,
      number: snapshot.manifest.number,
      takenAt: snapshot.manifest.takenAt,
      count: snapshot.manifest.records.count,
      ...weightOf(snapshot.manifest),
      isContained: isContained(snapshot, desk.journal),
    }))
    const goes = planRotation(kept, this.world.budgetBytes())
    for (const snapshot of snapshots) if (goes.has(snapshot.name)) await this.store.remove(snapshot)
    const fuller = kept.find((snapshot) => !snapshot.isContained && !goes.has(snapshot.name))
    if (fuller !== undefined) {
      this.world.notify(
        hostError('snapshot.fuller-kept', {
          name: fuller.name,
          takenAt: localMinute(new Date(fuller.takenAt)),
          snapshotCount: fuller.count,
          count: desk.journal.count,
        }),
      )
    }
  }

  /** What to copy, as it stands now; null while the desk is still being made. */
  private async sources(desk: OpenDesk): Promise<(readonly [SnapshotFile, SnapshotSource])[] | null> {
    const { journal } = desk
    const log = { path: journal.path, size: journal.size }
    const drafts = await desk.drafts.copy()
    const [keys, profile, settings] = await Promise.all(
      (['keys.json', 'profile.json', 'settings.json'] as const).map((name) =>
        readFile(join(this.folder.root, name)).catch(() => null),
      ),
    )
    if (keys === null || keys === undefined || profile === null || profile === undefined) return null
    return [
      ['journal.lsj', log],
      ['drafts.lsj', drafts],
      ['keys.json', keys],
      ['profile.json', profile],
      ...(settings === null || settings === undefined ? [] : [['settings.json', settings] as const]),
    ]
  }
}

/** Bytes of a snapshot: those that are its alone, and the pieces that others may have as well. */
function weightOf(manifest: SnapshotManifest): Pick<Kept, 'bytes' | 'shared'> {
  const { journal, takenAt } = manifest
  const shared = (journal?.pieces ?? []).map((sha256, index) => ({
    name: `${weekOf(takenAt)} ${sha256}`,
    bytes: journal === undefined ? 0 : sizeOfPiece(journal, index),
  }))
  return { bytes: bytesOf(manifest) - (journal?.size ?? 0), shared }
}

/** The journal only grows, so that its size and its last records tell its content. */
async function isUnchanged(
  manifest: SnapshotManifest,
  records: SnapshotManifest['records'],
  sources: readonly (readonly [SnapshotFile, SnapshotSource])[],
): Promise<boolean> {
  if (JSON.stringify(manifest.records) !== JSON.stringify(records)) return false
  const isJournal = ([name]: readonly [SnapshotFile, SnapshotSource]) => name === 'journal.lsj'
  const journal = sources.find(isJournal)?.[1]
  if (journal === undefined || journal instanceof Uint8Array || journal.size !== journalSizeOf(manifest)) return false
  const files = new Map<SnapshotFile, Digest>()
  for (const [name, source] of sources) if (source instanceof Uint8Array) files.set(name, digestOf(source))
  const kept = manifest.files.filter(({ name }) => name !== 'journal.lsj')
  return files.size === kept.length && kept.every(({ name, sha256 }) => files.get(name)?.sha256 === sha256)
}
