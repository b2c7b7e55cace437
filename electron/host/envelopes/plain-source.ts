import { memorySource, readPieces, type ByteSource } from '../bytes/byte-source'
import { refuse } from '../lib/failure'
import { armouredStart, isArmoured, withoutArmour } from './armour'
import { envelopeSource, isEnvelope, openEnvelope } from './envelope-source'
import type { EnvelopeKeys } from './file-key'

/** Armour is for small things sent as text; it is taken off in memory. */
const maxArmoured = 64_000_000

/** Whether bytes begin as an envelope does, in armour or not. */
export const isSealed = (start: Uint8Array): boolean => isEnvelope(start) || isArmoured(start)

/** What is in a file: in its envelope and armour, if it has any. @throws HostFailure `envelope.*` */
export async function plainSource(source: ByteSource, keys: EnvelopeKeys): Promise<ByteSource> {
  const start = await source.read(0, Math.min(armouredStart, source.size))
  if (isEnvelope(start)) return envelopeSource(source, await openEnvelope(source, keys))
  if (!isArmoured(start)) return source
  if (source.size > maxArmoured) refuse('envelope.armour')
  const pieces: Buffer[] = []
  for await (const piece of withoutArmour(readPieces(source, 0, source.size))) pieces.push(piece)
  const sealed = memorySource(Buffer.concat(pieces))
  return envelopeSource(sealed, await openEnvelope(sealed, keys))
}
