import { randomBytes } from 'node:crypto'
import { writeHeader, type Stanza } from './envelope-header'
import { Gatherer, type ByteSink } from '../files/pour'
import { newFileKey, wrapForPassphrase, wrapForRecipient } from './file-key'
import { payloadKeyOf, payloadNonceSize, payloadSize, sealSegment, segmentSize } from './payload'

/** For whom an envelope is: the owners of X25519 keys (raw, 32 bytes), or whoever knows a passphrase. */
export type EnvelopeFor = { readonly recipients: readonly Uint8Array[] } | { readonly passphrase: string }

/** A new envelope: how large it becomes, and what writes it. Used once. */
export type Envelope = {
  /** Bytes of the file for so many plain bytes. */
  readonly size: (plainSize: number) => number
  /** Writes the envelope of everything that `write` gives it. */
  readonly seal: (sink: ByteSink, write: (plain: ByteSink) => Promise<unknown>) => Promise<void>
}

/** Makes a file key and wraps it. @throws HostFailure `envelope.bad-recipient` */
export async function newEnvelope(target: EnvelopeFor): Promise<Envelope> {
  const fileKey = newFileKey()
  const stanzas: readonly Stanza[] =
    'passphrase' in target
      ? [await wrapForPassphrase(fileKey, target.passphrase)]
      : target.recipients.map((recipient) => wrapForRecipient(fileKey, recipient))
  const header = writeHeader(stanzas, fileKey)
  return {
    size: (plainSize) => header.length + payloadSize(plainSize),
    seal: async (sink, write) => {
      const nonce = randomBytes(payloadNonceSize)
      const out = new Gatherer(sink)
      try {
        for (const bytes of [header, nonce]) await out.put(bytes)
        const payload = new PayloadWriter(out, payloadKeyOf(fileKey, nonce))
        await write(payload)
        await payload.end()
        await out.end()
      } finally {
        await out.close()
      }
    },
  }
}

/** Seals a stream segment by segment. Keeps one segment back, for only the end tells which is the last. */
class PayloadWriter implements ByteSink {
  readonly #rest = Buffer.allocUnsafe(segmentSize)
  #restSize = 0
  #index = 0

  constructor(
    private readonly out: Gatherer,
    private readonly key: Uint8Array,
  ) {}

  readonly writeFile = async (bytes: Uint8Array): Promise<void> => {
    let from = 0
    while (this.#restSize + bytes.length - from > segmentSize) {
      const taken = bytes.subarray(from, from + segmentSize - this.#restSize)
      from += taken.length
      if (this.#restSize === 0) await this.put(taken, false)
      else {
        this.keep(taken)
        await this.put(this.#rest, false)
        this.#restSize = 0
      }
    }
    this.keep(bytes.subarray(from))
  }

  end(): Promise<void> {
    return this.put(this.#rest.subarray(0, this.#restSize), true)
  }

  /** A copy: the caller may use its memory again. */
  private keep(bytes: Uint8Array): void {
    this.#rest.set(bytes, this.#restSize)
    this.#restSize += bytes.length
  }

  private async put(plain: Uint8Array, isLast: boolean): Promise<void> {
    for (const bytes of sealSegment(this.key, this.#index, isLast, plain)) await this.out.put(bytes)
    this.#index += 1
  }
}
