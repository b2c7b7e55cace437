/** What each signature in a PDF says and whether it still holds; no network, no time authority. */
import { PDFDict, PDFDocument, PDFHexString, PDFName, PDFArray, PDFString, PDFNumber } from 'pdf-lib'
import { verifyCms, type SignerIdentity } from './cms'
import { laterChanges, type LaterChanges } from './later-changes'

export interface PdfSignatureReport {
  /** Absent when the file around the signature cannot be parsed. */
  fieldName?: string
  signer?: SignerIdentity
  /** The signing desk's local clock, in UTC; it is signed, but nobody vouches for it. */
  signedAt?: string
  reason?: string
  /** The bytes it covers are unchanged and the signature is the certificate's. */
  intact: boolean
  /** It covers every byte of the file but itself. An earlier signature of several does not. */
  coversWholeFile: boolean
  /** What was added to the file after it. */
  laterChanges: LaterChanges
  /** Its certificate is one of those given. */
  trusted: boolean
  /** The time it claims lies within its certificate's validity. */
  withinValidity: boolean
}

export interface PdfReport {
  /** In the order of signing. Empty: the file is not signed. */
  signatures: PdfSignatureReport[]
}

/** Checks every signature. `trustedFingerprints`: SHA-256 of certificates in lower-case hex. Throws never for bad input. */
export async function verifyPdf(
  bytes: Uint8Array<ArrayBuffer>,
  trustedFingerprints: readonly string[] = [],
): Promise<PdfReport> {
  const described = await describeSignatures(bytes)
  const found = findSignatures(bytes)
  const signatures = await Promise.all(
    found.map(async (signature): Promise<PdfSignatureReport> => {
      const said = described.get(signature.gapStart) ?? {}
      const end = signature.range[2] + signature.range[3]
      const verdict = signature.isWellFormed ? await verifyCms(signature.signedBytes, signature.cms) : undefined
      const signer = verdict === undefined || verdict.kind === 'unreadable' ? undefined : verdict.signer
      const intact = verdict?.kind === 'intact'
      return {
        ...said,
        ...(signer === undefined ? {} : { signer }),
        intact,
        coversWholeFile: signature.isWellFormed && end === bytes.length,
        laterChanges: end >= bytes.length ? 'none' : await laterChanges(bytes.slice(0, end), bytes),
        trusted: intact && signer !== undefined && trustedFingerprints.includes(signer.fingerprint),
        withinValidity: isWithin(said.signedAt, signer),
      }
    }),
  )
  return { signatures }
}

function isWithin(signedAt: string | undefined, signer: SignerIdentity | undefined): boolean {
  if (signedAt === undefined || signer === undefined) return false
  const at = Date.parse(signedAt)
  return Date.parse(signer.notBefore) <= at && at <= Date.parse(signer.notAfter)
}

interface FoundSignature {
  range: [number, number, number, number]
  gapStart: number
  /** The range begins at 0, ends within the file, and leaves out exactly one hexadecimal string. */
  isWellFormed: boolean
  signedBytes: Uint8Array<ArrayBuffer>
  cms: Uint8Array<ArrayBuffer>
}

/** Byte ranges as they stand in the file, whether or not the rest of it can be parsed. */
function findSignatures(bytes: Uint8Array<ArrayBuffer>): FoundSignature[] {
  const text = new TextDecoder('latin1').decode(bytes)
  return [...text.matchAll(/\/ByteRange\s*\[\s*(\d{1,10})\s+(\d{1,10})\s+(\d{1,10})\s+(\d{1,10})\s*\]/g)]
    .map((match): FoundSignature => {
      const [start, length, next, rest] = match.slice(1).map(Number) as FoundSignature['range']
      const gap = text.slice(start + length, next)
      const isWellFormed =
        start === 0 && length < next && next + rest <= bytes.length && /^<(?:[0-9a-f]{2})+>$/i.test(gap)
      const signedBytes = new Uint8Array(isWellFormed ? length + rest : 0)
      if (isWellFormed) {
        signedBytes.set(bytes.subarray(0, length))
        signedBytes.set(bytes.subarray(next, next + rest), length)
      }
      const cms = isWellFormed ? fromHex(gap.slice(1, -1)) : new Uint8Array(0)
      return { range: [start, length, next, rest], gapStart: length, isWellFormed, signedBytes, cms }
    })
    .toSorted((a, b) => a.gapStart - b.gapStart)
}

function fromHex(hex: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from({ length: hex.length / 2 }, (_, index) => parseInt(hex.slice(index * 2, index * 2 + 2), 16))
}

type Said = Pick<PdfSignatureReport, 'fieldName' | 'signedAt' | 'reason'>

/** Field name, time and reason by where the signature's gap begins. Empty when the file cannot be parsed. */
async function describeSignatures(bytes: Uint8Array): Promise<Map<number, Said>> {
  const described = new Map<number, Said>()
  try {
    const document = await PDFDocument.load(bytes, { updateMetadata: false, ignoreEncryption: true })
    for (const [, object] of document.context.enumerateIndirectObjects()) {
      if (!(object instanceof PDFDict) || object.lookup(PDFName.of('FT')) !== PDFName.of('Sig')) continue
      const signature = object.lookup(PDFName.of('V'))
      if (!(signature instanceof PDFDict)) continue
      const range = signature.lookup(PDFName.of('ByteRange'))
      const gapStart = range instanceof PDFArray ? range.lookup(1) : undefined
      if (!(gapStart instanceof PDFNumber)) continue
      described.set(gapStart.asNumber(), {
        ...textEntry('fieldName', object.lookup(PDFName.of('T'))),
        ...textEntry('reason', signature.lookup(PDFName.of('Reason'))),
        ...timeEntry(signature.lookup(PDFName.of('M'))),
      })
    }
  } catch {
    // A file too damaged to parse still has its signatures found and reported as not intact.
  }
  return described
}

function textEntry<Key extends string>(key: Key, value: unknown): Partial<Record<Key, string>> {
  if (!(value instanceof PDFString) && !(value instanceof PDFHexString)) return {}
  return { [key]: value.decodeText() } as Partial<Record<Key, string>>
}

function timeEntry(value: unknown): { signedAt?: string } {
  if (!(value instanceof PDFString) && !(value instanceof PDFHexString)) return {}
  try {
    return { signedAt: value.decodeDate().toISOString() }
  } catch {
    return {}
  }
}
