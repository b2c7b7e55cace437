import type { HostError } from '@shared/ipc/contract'
import type { AttachmentStore } from '../attachments/attachment-store'
import { hostError } from '../lib/failure'
import type { Snapshot } from './snapshot-manifest'

/** Attachments that the newest snapshot names and that are gone or not of their size. Null if all are there. */
export async function findMissingAttachments(
  attachments: Pick<AttachmentStore, 'list'>,
  [newest]: readonly Snapshot[],
): Promise<HostError | null> {
  if (newest === undefined || newest.manifest.attachments.length === 0) return null
  const present = new Map((await attachments.list()).map(({ name, size }) => [name, size]))
  const missing = newest.manifest.attachments.filter(
    (named) => 'name' in named && present.get(named.name) !== named.size,
  )
  return missing.length === 0 ? null : hostError('attachment.lost', { count: missing.length })
}
