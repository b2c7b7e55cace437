/** Keys and certificates made for a test; the private keys cannot be taken out. */
import { createSelfSignedCertificate } from '@shared/publishing/certificate'
import { type Signer } from '@shared/publishing/signing/cms'

export async function makeSigner(commonName: string, serial: string): Promise<Signer> {
  const algorithm = { name: 'ECDSA', namedCurve: 'P-256' }
  const pair = await crypto.subtle.generateKey(algorithm, false, ['sign', 'verify'])
  const subject = { commonName, organisation: '示例研究院', serial }
  const validity = { notBefore: '2026-01-01T00:00:00Z', notAfter: '2036-01-01T00:00:00Z' }
  return { certificate: await createSelfSignedCertificate({ ...subject, ...validity }, pair), key: pair.privateKey }
}
