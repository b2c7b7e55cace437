import { readdir, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { bundleLockKeySchema } from '@shared/bundle/manifest'
import { keyIdSchema, sha256Schema } from '@shared/domain/ids'
import { bundleKinds } from '@shared/records/payloads'
import { makeFolder, syncFolder, writeDurably } from '../files/durable-file'
import { mayWrite } from '../files/guarded-folder'
import { openText, sealText } from '../vault/gcm'

/** The key to a lock as it came, and the bundle that it came in. */
const heldKeySchema = z.strictObject({
  key: bundleLockKeySchema,
  bundleId: z.uuid(),
  kind: z.enum(bundleKinds),
  from: keyIdSchema,
  fileName: z.string(),
  sha256: sha256Schema,
})
export type HeldKey = Readonly<z.infer<typeof heldKeySchema>>

const sealedSchema = z.strictObject({ nonce: z.base64(), sealed: z.base64() })
const namePattern = /^([0-9a-f]{32})\.json$/u

/**
 * Keys to locked dossiers, one file each, encrypted. They lie beside the journal and in no snapshot, so that what was
 * destroyed comes back from nowhere.
 */
export class LockKeys {
  constructor(
    private readonly folder: string,
    private readonly key: Uint8Array,
  ) {}

  async put(lockId: string, held: HeldKey): Promise<void> {
    await makeFolder(this.folder)
    const sealed = sealText(this.key, Buffer.from(JSON.stringify(held)), aad(lockId))
    await writeDurably(this.pathOf(lockId), Buffer.from(JSON.stringify(sealed)))
  }

  /** Null if there is none, or none that can be read: the bundle brings it again. */
  async get(lockId: string): Promise<HeldKey | null> {
    try {
      const sealed = sealedSchema.parse(JSON.parse(await readFile(this.pathOf(lockId), 'utf8')))
      const plain = openText(this.key, sealed, aad(lockId))
      return plain === null ? null : heldKeySchema.parse(JSON.parse(plain.toString('utf8')))
    } catch {
      return null
    }
  }

  async destroy(lockId: string): Promise<void> {
    await mayWrite(this.folder)
    await rm(this.pathOf(lockId), { force: true })
    await syncFolder(this.folder).catch(() => undefined)
  }

  async list(): Promise<readonly string[]> {
    const names = await readdir(this.folder).catch(() => [])
    return names.flatMap((name) => namePattern.exec(name)?.[1] ?? []).sort()
  }

  private pathOf(lockId: string): string {
    return join(this.folder, `${lockId}.json`)
  }
}

const aad = (lockId: string): Buffer => Buffer.from(`lianshen/lock-key/${lockId}`)
