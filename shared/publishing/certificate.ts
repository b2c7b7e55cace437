/** The desk's own X.509 certificate (RFC 5280): it says which key signed, and vouches for nobody. */
import { BitString, Integer, OctetString, Sequence, Set, Utf8String } from 'asn1js'
import {
  AttributeTypeAndValue,
  BasicConstraints,
  Certificate,
  CryptoEngine,
  Extension,
  RelativeDistinguishedNames,
} from 'pkijs'

export interface CertificateSubject {
  commonName: string
  organisation: string
  /** Instants in UTC, e.g. '2026-11-20T08:00:00Z'. */
  notBefore: string
  notAfter: string
  /** Serial number in hex, chosen by the caller: positive, at most 20 bytes (RFC 5280 4.1.2.2). */
  serial: string
}

/** digitalSignature, nonRepudiation, keyCertSign (it is its own issuer): bits 0, 1 and 5 of RFC 5280 4.2.1.3. */
const keyUsage = new Uint8Array([0b1100_0100])

/**
 * A self-signed certificate in DER for an ECDSA P-256 key pair; the private key may be unextractable. With it in a
 * reader's store, signatures by this key are trusted there. Throws when the serial is not hexadecimal or too long.
 */
export async function createSelfSignedCertificate(
  subject: CertificateSubject,
  keyPair: { publicKey: CryptoKey; privateKey: CryptoKey },
): Promise<Uint8Array<ArrayBuffer>> {
  const engine = new CryptoEngine({ crypto })
  const certificate = new Certificate()
  certificate.version = 2
  certificate.serialNumber = new Integer({ valueHex: serialBytes(subject.serial) })
  const name = distinguishedName(subject)
  certificate.issuer = name
  certificate.subject = name
  certificate.notBefore.value = new Date(subject.notBefore)
  certificate.notAfter.value = new Date(subject.notAfter)
  await certificate.subjectPublicKeyInfo.importKey(keyPair.publicKey, engine)
  const keyBits = certificate.subjectPublicKeyInfo.subjectPublicKey.valueBlock.valueHexView
  const keyId = await crypto.subtle.digest('SHA-1', keyBits.slice())
  certificate.extensions = [
    new Extension({
      extnID: '2.5.29.19',
      critical: true,
      extnValue: new BasicConstraints({ cA: true, pathLenConstraint: 0 }).toSchema().toBER(false),
    }),
    new Extension({
      extnID: '2.5.29.15',
      critical: true,
      extnValue: new BitString({ valueHex: keyUsage.buffer, unusedBits: 2 }).toBER(false),
    }),
    new Extension({ extnID: '2.5.29.14', extnValue: new OctetString({ valueHex: keyId }).toBER(false) }),
  ]
  await certificate.sign(keyPair.privateKey, 'SHA-256', engine)
  return new Uint8Array(certificate.toSchema(true).toBER(false))
}

function distinguishedName({ organisation, commonName }: CertificateSubject): RelativeDistinguishedNames {
  const rdn = (type: string, value: string) =>
    new Set({ value: [new AttributeTypeAndValue({ type, value: new Utf8String({ value }) }).toSchema()] })
  // Built as DER, for the class itself would put both attributes into one relative name.
  const names = new Sequence({ value: [rdn('2.5.4.10', organisation), rdn('2.5.4.3', commonName)] })
  return RelativeDistinguishedNames.fromBER(names.toBER(false))
}

/**
 * DER writes an integer as short as it can: no leading zeros, but one where the highest bit would make it negative
 * (X.690 8.3).
 */
function serialBytes(serial: string): ArrayBuffer {
  if (!/^(?:[0-9a-f]{2}){1,20}$/i.test(serial)) throw new RangeError('the serial is 1 to 20 bytes in hexadecimal')
  const bytes = (serial.match(/../g) ?? []).map((pair) => parseInt(pair, 16))
  const start = bytes.findIndex((byte) => byte !== 0)
  // RFC 5280 wants a positive serial: all zeros becomes 1.
  const short = start < 0 ? [1] : bytes.slice(start)
  return new Uint8Array((short[0] ?? 0) >= 0x80 ? [0, ...short] : short).buffer
}
