import { access, rm } from 'node:fs/promises'
import type { HostFailure } from '../lib/failure'
import { guardFolder } from '../files/guarded-folder'
import { Serial } from '../lib/serial'
import { lockPath, makeLock, readLock, rewriteLock, startsAs, type Holder } from './lock-file'
import { removeOlderLock } from './older-lock'
import { lostTo } from './top-lock'

type Way = {
  /** A person said that the one before is gone; it may come back and write into what it has open. */
  readonly isForced: boolean
  /** Whether the folder lies on a disk of this computer. */
  readonly isNear: boolean
  readonly released: () => void
}

/**
 * A profile that this process holds, until it releases it or another takes it. All that is written under its folder
 * asks it first (`guarded-folder.ts`); lost once, it stays lost.
 */
export class Hold {
  readonly isForced: boolean
  readonly #isNear: boolean
  readonly #released: () => void
  readonly #serial = new Serial()
  #number: number
  #holder: Holder
  #lost: HostFailure | null = null
  #isEnded = false
  #endGuard: () => void

  constructor(
    private readonly root: string,
    number: number,
    holder: Holder,
    { isForced, isNear, released }: Way,
  ) {
    this.#number = number
    this.#holder = holder
    this.isForced = isForced
    this.#isNear = isNear
    this.#released = released
    this.#endGuard = this.guard()
  }

  /** The fencing number: higher than that of everybody who held the profile before. */
  get number(): number {
    return this.#number
  }

  /** How many snapshots there were when the profile was last closed in order. */
  get snapshotsBefore(): number {
    return this.#holder.snapshots
  }

  /** Why it is lost; null while it is held, as far as was seen. */
  get lost(): HostFailure | null {
    return this.#lost
  }

  /**
   * Reads its own lock again. Whoever takes the profile removes it before reading anything: so what was written before
   * a check that went through is seen by the next holder, and what was not must not be called saved.
   * @throws HostFailure `profile.lost`, `profile.lock-gone`; a failure of the file system while the folder is out of
   * reach
   */
  async check(): Promise<void> {
    if (this.#lost !== null) throw this.#lost
    if (this.#isNear && startsAs(lockPath(this.root, this.#number), this.#holder)) return
    const found = await readLock(lockPath(this.root, this.#number))
    if (typeof found === 'object' && found.token === this.#holder.token) return
    // A share that is gone is not another's: it may come back.
    if (found === 'missing') await access(this.root)
    this.#lost ??= await lostTo(this.root)
    throw this.#lost
  }

  /** Says that it is still there: for people who ask on another computer. No clock is compared by it. */
  renew(): Promise<void> {
    return this.#serial.run(async () => {
      if (this.#isEnded || this.#lost !== null) return
      this.#holder = { ...this.#holder, renewedAt: new Date().toISOString() }
      const isOurs = await rewriteLock(lockPath(this.root, this.#number), this.#holder, false)
      if (!isOurs) await this.check()
    })
  }

  /**
   * Takes a number above `number`, that of the journal's last frame, if it is higher: somebody removed the locks by
   * hand.
   * @throws HostFailure `profile.lost`
   */
  raise(number: number): Promise<void> {
    return this.#serial.run(async () => {
      if (number <= this.#number) return
      await this.check()
      if (!(await makeLock(this.root, number + 1, this.#holder))) throw (this.#lost ??= await lostTo(this.root))
      const before = lockPath(this.root, this.#number)
      this.#number = number + 1
      this.#endGuard()
      this.#endGuard = this.guard()
      await rm(before, { force: true })
    })
  }

  /** Gives the profile free. The lock stays, as released: its number must not be given again. */
  release(snapshots = this.snapshotsBefore): Promise<void> {
    return this.#serial.run(async () => {
      if (this.#isEnded) return
      this.#isEnded = true
      this.#endGuard()
      this.#released()
      const released = { ...this.#holder, isReleased: true, snapshots, renewedAt: new Date().toISOString() }
      const isOurs = await rewriteLock(lockPath(this.root, this.#number), released, true).catch(() => false)
      if (isOurs) await removeOlderLock(this.root).catch(() => undefined)
    })
  }

  private guard(): () => void {
    return guardFolder(this.root, { number: this.#number, isNear: this.#isNear, check: () => this.check() })
  }
}
