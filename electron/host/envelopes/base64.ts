/** Base64 as age writes it: standard alphabet, no padding. */
export const encodeBase64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64').replace(/=+$/u, '')

/** Bytes of unpadded base64; null unless the text is the one spelling of them. */
export function decodeBase64(text: string): Buffer | null {
  const bytes = Buffer.from(text, 'base64')
  return encodeBase64(bytes) === text ? bytes : null
}
