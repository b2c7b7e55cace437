import { memorySource, readPieces } from '@host/bytes/byte-source'
import { envelopeSource, openEnvelope } from '@host/envelopes/envelope-source'
import { newEnvelope, type EnvelopeFor } from '@host/envelopes/envelope-writer'
import type { EnvelopeKeys } from '@host/envelopes/file-key'
import { HostFailure } from '@host/lib/failure'

export const envelopePassphrase = '示例 envelope 口令'

/** An envelope in memory, written in pieces of the given size. */
export async function sealBytes(target: EnvelopeFor, plain: Uint8Array, pieceSize = plain.length): Promise<Buffer> {
  const written: Buffer[] = []
  const envelope = await newEnvelope(target)
  await envelope.seal({ writeFile: async (bytes) => void written.push(Buffer.from(bytes)) }, async (sink) => {
    for (let at = 0; at < plain.length; at += Math.max(1, pieceSize)) {
      await sink.writeFile(plain.subarray(at, at + Math.max(1, pieceSize)))
    }
  })
  const sealed = Buffer.concat(written)
  if (sealed.length !== envelope.size(plain.length)) throw new Error('the size was announced wrongly')
  return sealed
}

/** All plain bytes of an envelope in memory. @throws HostFailure */
export async function openBytes(sealed: Uint8Array, keys: Partial<EnvelopeKeys>): Promise<Buffer> {
  const source = memorySource(sealed)
  const opened = await openEnvelope(source, { desk: null, passphrase: null, ...keys })
  const plain = await envelopeSource(source, opened)
  const pieces: Buffer[] = []
  for await (const piece of readPieces(plain, 0, plain.size)) pieces.push(piece)
  return Buffer.concat(pieces)
}

/** The code of the refusal of an envelope. */
export async function refusal(sealed: Uint8Array, keys: Partial<EnvelopeKeys>): Promise<string> {
  try {
    await openBytes(sealed, keys)
  } catch (error) {
    if (error instanceof HostFailure) return error.error.code
    throw error
  }
  return 'opened'
}
