import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { open, readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { makeFolder, writeDurably } from '../files/durable-file'
import { mayWrite } from '../files/guarded-folder'
import type { ProfileFolder } from '../profile/profile-folder'
import { startsSealed, writeSealed } from '../vault/sealed-file'
import type { Vault } from '../desk/vault'

const suffix = '.sealed'

/** Puts bytes aside, encrypted. Their name is the program's own word, never one of the user's. */
export async function sealAside(
  folder: ProfileFolder,
  name: string,
  pieces: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  { aside }: Pick<Vault, 'aside'>,
): Promise<void> {
  await makeFolder(folder.aside)
  await sealAs(join(folder.aside, `${name}${suffix}`), pieces, aside)
}

/** Encrypts every file under `aside` that is not. */
export async function sealEverythingAside(folder: ProfileFolder, { aside }: Pick<Vault, 'aside'>): Promise<void> {
  const entries = await readdir(folder.aside, { recursive: true, withFileTypes: true }).catch(() => [])
  for (const entry of entries) {
    const path = join(entry.parentPath, entry.name)
    if (!entry.isFile()) continue
    if (entry.name.endsWith('.part')) await rm(path, { force: true })
    else if (!(await isSealed(path))) {
      await sealAs(`${path}${suffix}`, createReadStream(path) as AsyncIterable<Buffer>, aside)
      await mayWrite(path)
      await rm(path)
    }
  }
}

/** Whether a file begins as a sealed one does. */
export async function isSealed(path: string): Promise<boolean> {
  const handle = await open(path, 'r')
  try {
    const start = Buffer.alloc(16)
    await handle.read(start, 0, start.length, 0)
    return startsSealed(start)
  } finally {
    await handle.close()
  }
}

async function sealAs(
  path: string,
  pieces: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  key: Uint8Array,
): Promise<void> {
  await writeDurably(path, async (handle) => {
    const hash = createHash('sha256')
    await writeSealed(handle, { key, what: 'aside' }, pieces, (bytes) => hash.update(bytes))
    return hash.digest('hex')
  })
}
