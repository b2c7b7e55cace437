/** The closed grammar of entry names: no user's file name is ever one (real names live in records). */
export type BundleEntry =
  | { readonly kind: 'mimetype' | 'manifest' | 'signature' | 'page' }
  | { readonly kind: 'key'; readonly keyId: string }
  | { readonly kind: 'records'; readonly author: string; readonly from: number; readonly to: number }
  | { readonly kind: 'blob'; readonly sha256: string }
  /**
   * Room for what a newer minor version adds. Hashed and named to the person, never opened; in a known version it is
   * foreign.
   */
  | { readonly kind: 'more' }

export const mimetypeEntry = 'mimetype'
export const manifestEntry = 'manifest.json'
export const signatureEntry = 'manifest.sig'
export const pageEntry = 'index.html'
export const keyEntry = (keyId: string): string => `keys/${keyId}.json`
export const recordsEntry = (author: string, from: number, to: number): string =>
  `records/${author}/${from}-${to}.jsonl`
export const blobEntry = (sha256: string): string => `blobs/sha256/${sha256}`

/** Fixed content of the first entry. */
export const bundleMediaType = 'application/vnd.lianshen+zip'

const fixed: Readonly<Partial<Record<string, 'mimetype' | 'manifest' | 'signature' | 'page'>>> = {
  [mimetypeEntry]: 'mimetype',
  [manifestEntry]: 'manifest',
  [signatureEntry]: 'signature',
  [pageEntry]: 'page',
}

/** What an entry is by its name; null for any name outside the grammar. */
export function readEntryName(name: string): BundleEntry | null {
  const kind = Object.hasOwn(fixed, name) ? fixed[name] : undefined
  if (kind !== undefined) return { kind }
  const key = /^keys\/([0-9a-f]{32})\.json$/u.exec(name)
  if (key?.[1] !== undefined) return { kind: 'key', keyId: key[1] }
  const blob = /^blobs\/sha256\/([0-9a-f]{64})$/u.exec(name)
  if (blob?.[1] !== undefined) return { kind: 'blob', sha256: blob[1] }
  const isMore = /^more\/[a-z][a-z0-9-]{0,30}\/[a-z0-9]+(?:[._-][a-z0-9]+)*$/u.test(name)
  if (isMore && name.length <= 120) return { kind: 'more' }
  const records = /^records\/([0-9a-f]{32})\/([1-9]\d{0,8})-([1-9]\d{0,8})\.jsonl$/u.exec(name)
  if (records?.[1] === undefined || Number(records[2]) > Number(records[3])) return null
  return { kind: 'records', author: records[1], from: Number(records[2]), to: Number(records[3]) }
}
