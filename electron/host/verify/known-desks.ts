import type { SignatureReport } from '@shared/ipc/verify-report'
import type { JournalRecord } from '@shared/records/record'
import type { DeskStatement } from '@shared/records/payloads'
import { digestOf } from '../files/durable-file'
import { publicKeyOf } from '../keys/signatures'
import type { OpenDesk } from '../desk/open-desk'

export type CertificateTrust = SignatureReport['trust']

/** What is known here of desks: how far each certificate (hexadecimal SHA-256) is, and whose names are taken. */
export type KnownDesks = {
  readonly trust: (fingerprint: string) => CertificateTrust
  /** Whether a name is that of the own desk, or of one met before: a stranger who bears it may be an impostor. */
  readonly namesake: (name: string, unit: string) => NonNullable<SignatureReport['namesake']> | null
}

export const nobodyKnown: KnownDesks = { trust: () => 'unknown', namesake: () => null }

/** Names that a hurried reader takes for one another are one name. */
const nameKey = (name: string, unit: string): string =>
  [name, unit]
    .map((text) =>
      text
        .normalize('NFKC')
        .replace(/[\s\p{Default_Ignorable_Code_Point}\p{C}]/gu, '')
        .toLowerCase(),
    )
    .join('/')

const fingerprintOf = ({ certificate }: Pick<DeskStatement, 'certificate'>): string =>
  digestOf(Buffer.from(certificate, 'base64')).sha256

/**
 * What the records of one desk say of others, in their order. Only what that desk itself confirmed counts as confirmed.
 */
export function knownFrom(
  records: readonly JournalRecord[],
  self: Pick<DeskStatement, 'keyId' | 'name' | 'unit' | 'certificate'>,
): KnownDesks {
  const current = new Map<string, DeskStatement>()
  /** Keys with the names under which a person confirmed them: whoever takes another name is to be confirmed anew. */
  const confirmed = new Set<string>()
  for (const record of records) {
    if (record.type === 'desk.introduced') {
      const { payload } = record
      if (payload.keyId === record.author && publicKeyOf(payload) !== null) current.set(payload.keyId, payload)
    }
    if (record.type === 'key.confirmed' && record.author === self.keyId) {
      const statement = current.get(record.payload.keyId)
      if (statement !== undefined) confirmed.add(`${statement.keyId} ${nameKey(statement.name, statement.unit)}`)
    }
  }
  const trust = new Map<string, CertificateTrust>()
  const names = new Map<string, 'self' | 'known'>()
  for (const statement of current.values()) {
    const name = nameKey(statement.name, statement.unit)
    trust.set(fingerprintOf(statement), confirmed.has(`${statement.keyId} ${name}`) ? 'confirmed' : 'known')
    names.set(name, 'known')
  }
  trust.set(fingerprintOf(self), 'self')
  names.set(nameKey(self.name, self.unit), 'self')
  return {
    trust: (fingerprint) => trust.get(fingerprint) ?? 'unknown',
    namesake: (name, unit) => names.get(nameKey(name, unit)) ?? null,
  }
}

/** What an open desk knows; nobody, without one. */
export async function knownDesks(desk: OpenDesk | null): Promise<KnownDesks> {
  if (desk === null) return nobodyKnown
  const records = await desk.fold.listed()
  return knownFrom(records, desk.identity.statement)
}
