import { join } from 'node:path'
import type { DossierLock } from '@shared/domain/dossier-lock'
import { AttachmentStore } from '../attachments/attachment-store'
import type { Vault } from './vault'
import { LockKeys } from './lock-keys'

/** What waits for a declaration: closed parts of dossiers by their hash, and the keys to them. */
export class LockedStore {
  readonly parts: AttachmentStore
  readonly keys: LockKeys

  constructor(folder: string, keys: Vault['locks']) {
    this.parts = new AttachmentStore(join(folder, 'parts'), keys)
    this.keys = new LockKeys(join(folder, 'keys'), keys.keys)
  }

  /** The key first: what is left of the parts after an interruption opens no more. */
  async destroy({ lockId, body, files }: Pick<DossierLock, 'lockId' | 'body' | 'files'>): Promise<void> {
    await this.keys.destroy(lockId)
    for (const { sha256 } of [body, ...files]) await this.parts.remove(sha256)
  }
}
