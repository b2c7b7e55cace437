import type { SignatureReport } from '@shared/ipc/verify-report'
import { foldRecords } from '@shared/records/desk-state'
import { parseRecord } from '@shared/records/record'
import { digestOf } from '../files/durable-file'
import type { OpenDesk } from '../open-desk'

export type CertificateTrust = SignatureReport['trust']

/** How far a desk knows a certificate (hexadecimal SHA-256): its own, confirmed by a person, met before, or never met. */
export async function knownCertificates(desk: OpenDesk | null): Promise<(fingerprint: string) => CertificateTrust> {
  const trust = new Map<string, CertificateTrust>()
  if (desk !== null) {
    const wanted = (await desk.journal.readAll()).filter(
      ({ type }) => type === 'desk.introduced' || type === 'key.confirmed',
    )
    const state = foldRecords(
      wanted.flatMap((envelope) => {
        const parsed = parseRecord(envelope)
        return 'record' in parsed ? [parsed.record] : []
      }),
    )
    for (const { value } of state.desks.values()) {
      const fingerprint = digestOf(Buffer.from(value.certificate, 'base64')).sha256
      trust.set(fingerprint, state.keyConfirmations.has(value.keyId) ? 'confirmed' : 'known')
    }
    trust.set(digestOf(desk.identity.certificate).sha256, 'self')
  }
  return (fingerprint) => trust.get(fingerprint) ?? 'unknown'
}
