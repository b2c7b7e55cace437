import { manifestEntry } from '@shared/bundle/entry-names'
import { readManifest, type Manifest } from '@shared/bundle/manifest'
import { fileSource } from '../bytes/byte-source'
import { readZipDirectory } from '../bundles/zip-reader'
import { envelopeMark } from '../envelopes/envelope-mark'
import type { EnvelopeKeys } from '../envelopes/file-key'
import { plainSource } from '../envelopes/plain-source'
import { HostFailure } from '../lib/failure'

/** What a look at a bundle without verifying it tells. Nothing of this may be relied on but for showing a list. */
export type Peek =
  | { readonly kind: 'bundle'; readonly manifest: Manifest }
  /** Its end is not there yet: it is being copied. */
  | { readonly kind: 'incomplete' }
  /** Only a passphrase opens it. */
  | { readonly kind: 'passphrase'; readonly mark: string }
  | { readonly kind: 'not-ours' }
  | { readonly kind: 'unreadable'; readonly code: string }

/** Looks at the end record, the directory and the manifest of a file; in its envelope, if this desk can open it. */
export async function peekBundle(path: string, desk: EnvelopeKeys['desk']): Promise<Peek> {
  const source = await fileSource(path)
  try {
    // Too little yet to be told from anything else.
    if (source.size < 64) return { kind: 'incomplete' }
    const plain = await plainSource(source, { desk, passphrase: null })
    const entry = (await readZipDirectory(plain)).find(({ name }) => name === manifestEntry)
    if (entry === undefined || entry.size > 16_000_000) return { kind: 'unreadable', code: 'bundle.missing-entry' }
    const reading = readManifest(JSON.parse((await plain.read(entry.offset, entry.size)).toString('utf8')))
    return 'manifest' in reading
      ? { kind: 'bundle', manifest: reading.manifest }
      : { kind: 'unreadable', code: 'bundle.manifest-invalid' }
  } catch (error) {
    const peek = whyNot(error)
    return peek.kind === 'passphrase' ? { kind: 'passphrase', mark: await envelopeMark(source) } : peek
  } finally {
    await source.close()
  }
}

function whyNot(error: unknown): Exclude<Peek, { kind: 'passphrase' }> | { readonly kind: 'passphrase' } {
  if (error instanceof RangeError) return { kind: 'incomplete' }
  if (error instanceof SyntaxError) return { kind: 'unreadable', code: 'bundle.bad-json' }
  if (!(error instanceof HostFailure)) throw error
  switch (error.error.code) {
    case 'bundle.empty':
    case 'bundle.truncated':
    case 'envelope.truncated':
      return { kind: 'incomplete' }
    case 'envelope.passphrase-needed':
      return { kind: 'passphrase' }
    case 'envelope.wrong-recipient':
    case 'envelope.needs-desk':
      return { kind: 'not-ours' }
    default:
      return { kind: 'unreadable', code: error.error.code }
  }
}
