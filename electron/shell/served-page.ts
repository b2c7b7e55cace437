import { randomBytes } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { pagePolicy } from './content-security-policy'
import type { RendererFile } from './renderer-files'

/** Stands in renderer/index.html where the nonce of an answer goes. */
const nonceMark = '__style-nonce__'

export type ServedPage = { readonly body: Uint8Array<ArrayBuffer>; readonly policy: string }

/** A built page under a nonce that no other answer has, and the policy that names it; null if the file is no page. */
export async function readPage({ path, mediaType }: RendererFile): Promise<ServedPage | null> {
  if (!mediaType.startsWith('text/html')) return null
  const nonce = randomBytes(16).toString('base64url')
  const html = await readFile(path, 'utf8')
  return { body: new TextEncoder().encode(html.replaceAll(nonceMark, nonce)), policy: pagePolicy(nonce) }
}
