import type { DocumentModel, Verification } from '@shared/documents/blocks'
import { contentHash } from '@shared/lib/sha256'
import { readVerificationCode, verificationCode } from '@shared/documents/verification-code'

/** Before code and hash in the QR code on paper. Capitals throughout: the squares stay large. */
const scheme = 'LIANSHEN'

/**
 * A final copy with the code that leads from its paper back to the register: the first 40 bits of the SHA-256 of the
 * model's canonical JSON without the code itself.
 */
export function withPaperCode(model: DocumentModel): DocumentModel & { readonly verification: Verification } {
  const hash = contentHash({ ...model, verification: undefined })
  const code = verificationCode(hash)
  return { ...model, verification: { code, payload: `${scheme}:${code}:${hash.toUpperCase()}` } }
}

/** The code in what a person typed or a reader of QR codes entered; `undefined` when there is none. */
export function readPaperCode(typed: string): string | undefined {
  const scanned = new RegExp(`^\\s*${scheme}:([0-9A-Z]{8}):[0-9A-F]{64}\\s*$`, 'iu').exec(typed)
  return readVerificationCode(scanned?.[1] ?? typed)
}

/** As it stands on paper: two groups of four. */
export const printedCode = (code: string): string => `${code.slice(0, 4)} ${code.slice(4)}`
