import { base64nopad } from '@scure/base'

/** Base64 as age writes it: standard alphabet, no padding. */
export const encodeBase64 = (bytes: Uint8Array): string => base64nopad.encode(bytes)

/** Bytes of unpadded base64; null unless the text is the one spelling of them. */
export function decodeBase64(text: string): Buffer | null {
  try {
    return Buffer.from(base64nopad.decode(text))
  } catch {
    return null
  }
}
