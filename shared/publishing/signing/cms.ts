/** CMS SignedData (RFC 5652) with the CAdES baseline attributes (ETSI EN 319 122-1), ECDSA P-256 and SHA-256. */
import { ObjectIdentifier, OctetString, Sequence, UTCTime } from 'asn1js'
import {
  Attribute,
  Certificate,
  ContentInfo,
  CryptoEngine,
  EncapsulatedContentInfo,
  IssuerAndSerialNumber,
  SignedAndUnsignedAttributes,
  SignedData,
  SignerInfo,
} from 'pkijs'

export { toHex } from './cms-parts/der-values'
export { namesIn, readIdentity, verifyCms, type CmsVerdict, type SignerIdentity } from './verify-cms'

/** Who signs: a WebCrypto key, which may be unextractable, and its certificate in DER. */
export interface Signer {
  certificate: Uint8Array<ArrayBuffer>
  key: CryptoKey
}

const oid = {
  data: '1.2.840.113549.1.7.1',
  signedData: '1.2.840.113549.1.7.2',
  contentType: '1.2.840.113549.1.9.3',
  messageDigest: '1.2.840.113549.1.9.4',
  signingTime: '1.2.840.113549.1.9.5',
  signingCertificateV2: '1.2.840.113549.1.9.16.2.47',
} as const
const engine = (): CryptoEngine => new CryptoEngine({ crypto })

const sha256 = (bytes: BufferSource): Promise<ArrayBuffer> => crypto.subtle.digest('SHA-256', bytes)

/**
 * A detached signature over `content` in DER. `signedAt` (an instant in UTC) becomes the signing-time attribute; a PDF
 * carries its time in the signature dictionary instead (PAdES forbids both).
 */
export async function signCms(
  content: Uint8Array<ArrayBuffer>,
  signer: Signer,
  signedAt?: string,
): Promise<Uint8Array<ArrayBuffer>> {
  const certificate = Certificate.fromBER(signer.certificate)
  const certificateHash = await sha256(signer.certificate)
  const essCertId = new Sequence({ value: [new OctetString({ valueHex: certificateHash })] })
  const attributes = [
    new Attribute({ type: oid.contentType, values: [new ObjectIdentifier({ value: oid.data })] }),
    ...(signedAt === undefined
      ? []
      : [new Attribute({ type: oid.signingTime, values: [new UTCTime({ valueDate: new Date(signedAt) })] })]),
    new Attribute({ type: oid.messageDigest, values: [new OctetString({ valueHex: await sha256(content) })] }),
    new Attribute({
      type: oid.signingCertificateV2,
      values: [new Sequence({ value: [new Sequence({ value: [essCertId] })] })],
    }),
  ]
  const signedData = new SignedData({
    version: 1,
    encapContentInfo: new EncapsulatedContentInfo({ eContentType: oid.data }),
    certificates: [certificate],
    signerInfos: [
      new SignerInfo({
        version: 1,
        sid: new IssuerAndSerialNumber({ issuer: certificate.issuer, serialNumber: certificate.serialNumber }),
        signedAttrs: new SignedAndUnsignedAttributes({ type: 0, attributes }),
      }),
    ],
  })
  await signedData.sign(signer.key, 0, 'SHA-256', content, engine())
  const info = new ContentInfo({ contentType: oid.signedData, content: signedData.toSchema(true) })
  return new Uint8Array(info.toSchema().toBER(false))
}
