import { readFile, rm } from 'node:fs/promises'
import { z } from 'zod'
import { fail, HostFailure } from '../lib/failure'
import { writeDurably } from '../files/durable-file'
import { mayWrite } from '../files/guarded-folder'

const waitSchema = z.strictObject({ failures: z.int().min(1).max(1_000_000), lastAt: z.iso.datetime() })
type Wait = z.infer<typeof waitSchema>

const freeTries = 3
const longestSeconds = 300

/** Seconds to wait after so many wrong passphrases in a row: none before the third, then 2, 4, 8, at most 300. */
export const secondsAfter = (failures: number): number =>
  failures < freeTries ? 0 : Math.min(longestSeconds, 2 ** (failures - freeTries + 1))

/**
 * Slows down whoever tries passphrases at the desk. It is kept in a file of the profile, so that a restart does not
 * forget it; against a copy of the profile only the work factor of the passphrase helps.
 */
export class UnlockWait {
  constructor(
    private readonly path: string,
    private readonly clock: () => Date,
  ) {}

  /**
   * Lets one try of a passphrase through. It counts as failed before it is made, so that ending the program in the
   * middle of it wins nothing; only a right one forgets the count.
   * @throws HostFailure `passphrase.wait` with the seconds that are left, else what `attempt` throws
   */
  async guard<T>(attempt: () => Promise<T>): Promise<T> {
    const before = await this.read()
    const now = this.clock()
    if (before !== null) {
      const left = secondsAfter(before.failures) * 1000 - (now.getTime() - Date.parse(before.lastAt))
      const isSetBack = now.getTime() < Date.parse(before.lastAt)
      // A clock that was set back must not lengthen the wait for ever.
      if (isSetBack) await this.write({ ...before, lastAt: now.toISOString() })
      const seconds = isSetBack ? secondsAfter(before.failures) : Math.ceil(left / 1000)
      if (seconds > 0) fail('passphrase.wait', { seconds })
    }
    await this.write({ failures: (before?.failures ?? 0) + 1, lastAt: now.toISOString() })
    try {
      const result = await attempt()
      await this.forget().catch(() => undefined)
      return result
    } catch (error) {
      // The wait begins when the answer is given.
      const isWrong = error instanceof HostFailure && error.error.code === 'passphrase.wrong'
      if (isWrong) await this.write({ failures: (before?.failures ?? 0) + 1, lastAt: this.clock().toISOString() })
      else await (before === null ? this.forget() : this.write(before)).catch(() => undefined)
      throw error
    }
  }

  private async read(): Promise<Wait | null> {
    try {
      return waitSchema.parse(JSON.parse(await readFile(this.path, 'utf8')))
    } catch {
      return null
    }
  }

  private async forget(): Promise<void> {
    await mayWrite(this.path)
    await rm(this.path, { force: true })
  }

  /** A full or read-only disk must not keep anybody out of their own desk. */
  private async write(wait: Wait): Promise<void> {
    await writeDurably(this.path, Buffer.from(JSON.stringify(wait))).catch(() => undefined)
  }
}
