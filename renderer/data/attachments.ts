import { callHost, done } from '../platform/bridge'

const rangeSize = 1_048_576

/** Stores a file with the host under its hash. */
export async function storeAttachment(bytes: Uint8Array<ArrayBuffer>) {
  const { sha256, size } = done(await callHost('attachment:put', { bytes }))
  return { sha256, size }
}

/** A range of an attachment, for the viewer. */
export const readAttachmentRange = async (sha256: string, offset: number, length: number): Promise<Uint8Array> =>
  done(await callHost('attachment:read', { sha256, offset, length })).bytes

/** A whole attachment, in calls that the host allows. */
export async function readAttachment(sha256: string, size: number): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(await attachmentSource(sha256, size).read(0, size))
}

/** An attachment as the PDF viewer reads it: any span, in calls that the host allows. */
export const attachmentSource = (sha256: string, size: number) => ({
  kind: 'ranges' as const,
  size,
  read: async (offset: number, length: number): Promise<Uint8Array> => {
    const all = new Uint8Array(length)
    for (let at = 0; at < length; at += rangeSize) {
      all.set(await readAttachmentRange(sha256, offset + at, Math.min(rangeSize, length - at)), at)
    }
    return all
  },
})
