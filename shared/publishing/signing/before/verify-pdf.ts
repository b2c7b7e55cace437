/** How versions up to 0.1.0 judged a PDF. Frozen, like `cms.ts` beside it. */
import { verifyCmsBefore, type CmsVerdictBefore } from './cms'
import { laterChanges } from './later-changes'

export interface PdfSignatureBefore {
  signer: { commonName: string; fingerprint: string } | undefined
  /** What was told as a signature that holds, over a file with nothing but signatures added. */
  isWhole: boolean
}

/** In the order of signing. Empty: the file was called unsigned. */
export async function verifyPdfBefore(bytes: Uint8Array<ArrayBuffer>): Promise<PdfSignatureBefore[]> {
  return Promise.all(
    findSignatures(bytes).map(async (signature) => {
      const end = signature.range[2] + signature.range[3]
      const verdict: CmsVerdictBefore = signature.isWellFormed
        ? await verifyCmsBefore(signature.signedBytes, signature.cms)
        : { kind: 'unreadable' }
      const later = end >= bytes.length ? 'none' : await laterChanges(bytes.slice(0, end), bytes)
      return {
        signer: verdict.kind === 'unreadable' ? undefined : verdict.signer,
        isWhole: verdict.kind === 'intact' && later !== 'other',
      }
    }),
  )
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
