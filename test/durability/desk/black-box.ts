import { randomUUID } from 'node:crypto'
import { createHost, type Host, type HostOptions } from '@host/host'
import { plainPlaces } from '@host/places/places'
import { createDispatcher } from '@host/register'
import type { HostError, IpcChannel, IpcInput, IpcOutput } from '@shared/ipc/contract'
import { exchangeOf, passphrase, profileOf, resourcesFolder } from './places'

/** A call that broke inside the host: a bug, whatever the disk did. */
export class BrokenCall extends Error {
  override readonly name = 'BrokenCall'
}

type Failed = { readonly kind: 'failed'; readonly error: HostError }
type Done<T> = Exclude<T, Failed>

/** A desk seen from outside: the channels of the contract and nothing else. */
export class BlackBox {
  private constructor(
    readonly root: string,
    private readonly host: Host,
  ) {}

  static async start(root: string, options: Partial<HostOptions> = {}): Promise<BlackBox> {
    const host = await createHost({
      profileFolder: profileOf(root),
      exchangeFolder: exchangeOf(root),
      resourcesFolder,
      shell: 'browser',
      version: '0.1.0',
      clock: tickingClock(),
      randomUuid: randomUUID,
      publisher: stubPublisher,
      dialogs: null,
      places: plainPlaces,
      // The machine's own disk is not what is tested here.
      freeBytes: () => Promise.resolve(50_000_000_000),
      // No writing at a moment that is not the job's own.
      lock: { renewEveryMs: 3_600_000 },
      // So that small worlds have snapshots that share pieces, as large desks do.
      sizes: { snapshotPiece: 4096 },
      ...options,
    })
    return new BlackBox(root, host)
  }

  /** @throws BrokenCall if the host broke */
  async call<C extends IpcChannel>(channel: C, input: IpcInput<C>): Promise<IpcOutput<C>> {
    let cause: unknown = null
    const dispatch = createDispatcher(this.host, (_message, error) => {
      cause = error
    })
    const reply = await dispatch(channel, input, { isTrustedSender: true })
    if (!reply.ok) {
      const detail = cause instanceof Error ? (cause.stack ?? cause.message) : String(cause)
      throw new BrokenCall(`${channel}: ${reply.code} ${reply.message} ${detail}`)
    }
    return reply.value as IpcOutput<C>
  }

  /** The answer of a call that must succeed. @throws Refusal */
  async must<C extends IpcChannel>(channel: C, input: IpcInput<C>): Promise<Done<IpcOutput<C>>> {
    const answer: unknown = await this.call(channel, input)
    if (isFailed(answer)) throw new Refusal(channel, answer.error)
    return answer as Done<IpcOutput<C>>
  }

  unlock(): Promise<unknown> {
    return this.must('profile:unlock', { passphrase })
  }

  async readAll() {
    const records: IpcOutput<'journal:read'>['records'] = []
    for (;;) {
      const page = await this.call('journal:read', { after: records.length, limit: 5000 })
      records.push(...page.records)
      if (page.records.length === 0 || records.length >= page.count) return records
    }
  }

  close(): Promise<void> {
    return this.host.close()
  }
}

/** An expected failure, by its code. */
export class Refusal extends Error {
  override readonly name = 'Refusal'
  constructor(
    channel: string,
    readonly error: HostError,
  ) {
    super(`${channel}: ${error.code} ${JSON.stringify(error.params)}`)
  }
}

export const isFailed = (answer: unknown): answer is Failed =>
  typeof answer === 'object' && answer !== null && 'kind' in answer && answer.kind === 'failed'

let now = Date.parse('2026-11-20T01:00:00Z')
/** A clock that moves on by a second at every look. */
const tickingClock = (): (() => Date) => () => new Date((now += 1000))

const bytesOf = (text: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(text.repeat(2000))

/** Publishing is not what is tested here: its bytes are. */
const stubPublisher: HostOptions['publisher'] = {
  renderPdf: ({ title }) => Promise.resolve({ bytes: bytesOf(`%PDF ${title}`), pageCount: 1, places: [] }),
  renderDocx: ({ title }) => Promise.resolve(bytesOf(`DOCX ${title}`)),
  markPdf: (bytes) => Promise.resolve({ bytes: new Uint8Array(bytes), pageCount: 1 }),
  signPdf: (bytes) => Promise.resolve(bytes),
  signDetached: () => Promise.resolve(bytesOf('P7S')),
}
