import { createHash, randomBytes } from 'node:crypto'
import { writeHeader, type Stanza } from './envelope-header'
import { newFileKey, wrapForPassphrase, wrapForRecipient } from './file-key'
import { payloadKeyOf, payloadNonceSize, payloadSize, sealSegment, segmentSize } from './payload'

/** For whom an envelope is: the owners of X25519 keys (raw, 32 bytes), or whoever knows a passphrase. */
export type EnvelopeFor = { readonly recipients: readonly Uint8Array[] } | { readonly passphrase: string }

export type ByteSink = { readonly writeFile: (bytes: Uint8Array) => Promise<void> }

/** A new envelope: how large it becomes, and what writes it. Used once. */
export type Envelope = {
  /** Bytes of the file for so many plain bytes. */
  readonly size: (plainSize: number) => number
  /** Writes the envelope of everything that `write` gives it. @returns SHA-256 of the written file */
  readonly seal: (sink: ByteSink, write: (plain: ByteSink) => Promise<unknown>) => Promise<string>
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
      const payload = new PayloadWriter(sink, payloadKeyOf(fileKey, nonce), [header, nonce])
      await write(payload)
      return payload.end()
    },
  }
}

/** Segments gathered before they are written: about a megabyte a time. */
const gathered = 16

/** Seals a stream segment by segment. Keeps one segment back, for only the end tells which is the last. */
class PayloadWriter implements ByteSink {
  readonly #hash = createHash('sha256')
  #out: Buffer[]
  #rest: Buffer[] = []
  #restSize = 0
  #index = 0

  constructor(
    private readonly sink: ByteSink,
    private readonly key: Uint8Array,
    head: readonly Buffer[],
  ) {
    this.#out = [...head]
  }

  readonly writeFile = async (bytes: Uint8Array): Promise<void> => {
    let from = 0
    while (this.#restSize + bytes.length - from > segmentSize) {
      const taken = segmentSize - this.#restSize
      await this.put(this.takeRest(bytes.subarray(from, from + taken)), false)
      from += taken
    }
    if (from === bytes.length) return
    // The caller may use its memory again.
    this.#rest.push(Buffer.from(bytes.subarray(from)))
    this.#restSize += bytes.length - from
  }

  async end(): Promise<string> {
    await this.put(this.takeRest(new Uint8Array()), true)
    await this.flush()
    return this.#hash.digest('hex')
  }

  private takeRest(more: Uint8Array): Uint8Array {
    if (this.#restSize === 0) return more
    const whole = Buffer.concat([...this.#rest, more])
    this.#rest = []
    this.#restSize = 0
    return whole
  }

  private async put(plain: Uint8Array, isLast: boolean): Promise<void> {
    this.#out.push(...sealSegment(this.key, this.#index, isLast, plain))
    this.#index += 1
    if (this.#index % gathered === 0) await this.flush()
  }

  private async flush(): Promise<void> {
    const bytes = Buffer.concat(this.#out)
    this.#out = []
    this.#hash.update(bytes)
    await this.sink.writeFile(bytes)
  }
}
