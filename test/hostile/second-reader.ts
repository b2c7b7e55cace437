import { Uint8ArrayReader, Uint8ArrayWriter, ZipReader, configure } from '@zip.js/zip.js'
import { digestOf } from '@host/files/durable-file'
import { unpack } from '../integration/host/bundle-fixture'

configure({ useWebWorkers: false })

type Named = { readonly name: string; readonly sha256: string }

/** Names and hashes as zip.js, written by others, finds them; its own checks of structure and checksums are on. */
async function readByZipJs(bytes: Uint8Array): Promise<Named[]> {
  const reader = new ZipReader(new Uint8ArrayReader(bytes), { checkSignature: true, checkOverlappingEntry: true })
  try {
    const found: Named[] = []
    for (const entry of await reader.getEntries()) {
      if (entry.directory) throw new Error(`${entry.filename} is a folder`)
      found.push({ name: entry.filename, sha256: digestOf(await entry.getData(new Uint8ArrayWriter())).sha256 })
    }
    return found
  } finally {
    await reader.close()
  }
}

/** Null if both readers find the same names and contents in a bundle; otherwise what differs. */
export async function disagreement(bytes: Uint8Array): Promise<string | null> {
  const ours = (await unpack(bytes)).map(({ name, bytes: content }) => ({ name, sha256: digestOf(content).sha256 }))
  const theirs = await readByZipJs(bytes)
  return JSON.stringify(ours) === JSON.stringify(theirs) ? null : `${JSON.stringify(ours)}\n${JSON.stringify(theirs)}`
}
