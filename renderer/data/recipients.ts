import type { Recipient } from '@shared/bundle/protection'
import type { ExpertId } from '@shared/domain/ids'
import { deskDatabase } from './desk'

/** Experts by the desks whose fingerprints were compared and pinned to them. */
export async function loadExpertRecipients(
  experts: readonly { readonly id: ExpertId; readonly name: string }[],
): Promise<readonly Recipient[]> {
  const db = deskDatabase()
  const confirmations = await db.rows('keyConfirmations').toArray()
  return Promise.all(
    experts.map(async ({ id, name }) => {
      const own = confirmations.filter((row) => row.value.expertId === id).sort((a, b) => (a.stamp < b.stamp ? 1 : -1))
      const [keyId] = own.map((row) => row.value.keyId)
      const desk = keyId === undefined ? undefined : await db.rows('desks').get(keyId)
      const hasKey = desk !== undefined && desk.value.encryptionKey !== null
      return { name, keyId: hasKey ? desk.value.keyId : null, isConfirmed: hasKey }
    }),
  )
}

/** The same, each found by the expert: for bundles that go to some of them only. */
export async function loadRecipientsById(
  experts: readonly { readonly id: ExpertId; readonly name: string }[],
): Promise<ReadonlyMap<ExpertId, Recipient>> {
  const recipients = await loadExpertRecipients(experts)
  return new Map(experts.flatMap(({ id }, index) => (recipients[index] === undefined ? [] : [[id, recipients[index]]])))
}

/** The desk that wrote a record, such as the division that sent an assignment. */
export async function loadDeskRecipient(keyId: string, name: string): Promise<Recipient> {
  const db = deskDatabase()
  const [desk, confirmation] = await Promise.all([db.rows('desks').get(keyId), db.rows('keyConfirmations').get(keyId)])
  const hasKey = desk !== undefined && desk.value.encryptionKey !== null
  return { name, keyId: hasKey ? desk.value.keyId : null, isConfirmed: confirmation !== undefined }
}

/** Record ids of this desk's own introductions: its card. */
export async function loadOwnCard(keyId: string): Promise<readonly string[]> {
  const row = await deskDatabase().rows('desks').get(keyId)
  return row === undefined ? [] : [row.recordId]
}
