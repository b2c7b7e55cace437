/** The encoding that the first bytes of an XML part show (XML 1.0, appendix F); null if they show none. */
function shownEncoding(bytes: Buffer): string | null {
  const [a, b, c] = bytes
  if (a === 0xef && b === 0xbb && c === 0xbf) return 'utf-8'
  if (a === 0xff && b === 0xfe) return 'utf-16le'
  if (a === 0xfe && b === 0xff) return 'utf-16be'
  if (a === 0x3c && b === 0) return 'utf-16le'
  return a === 0 && b === 0x3c ? 'utf-16be' : null
}

/** The encoding that an XML declaration names, if it is one that shares its signs with ASCII. */
function declaredEncoding(bytes: Buffer): string | null {
  const head = bytes.toString('latin1', 0, 200)
  const label = /^\s*<\?xml\s[^>]*?\bencoding\s*=\s*["']([a-z0-9._-]+)["']/iu.exec(head)?.[1] ?? null
  return label === null || /^utf-?(?:16|32|7)|^ucs|^iso-10646/iu.test(label) ? null : label
}

/**
 * The text of an XML part in any encoding that writers use; a byte order mark belongs to the bytes, not to the text.
 */
export function xmlText(bytes: Buffer): string {
  const label = shownEncoding(bytes) ?? declaredEncoding(bytes) ?? 'utf-8'
  if (/^(?:utf-?8|us-ascii|ascii)$/iu.test(label)) return bytes.toString('utf8', bytes[0] === 0xef ? 3 : 0)
  try {
    return new TextDecoder(label).decode(bytes)
  } catch {
    return bytes.toString('utf8')
  }
}

/** Whether bytes begin as XML does, in any encoding, whatever the part is called. */
export const looksLikeXml = (bytes: Buffer): boolean =>
  /^(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)?[\s\0]*<\0?[?!a-z_]/iu.test(bytes.toString('latin1', 0, 200))
