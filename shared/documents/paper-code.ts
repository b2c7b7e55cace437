import { contentHash } from '@shared/lib/sha256'
import type { DocumentModel, Verification } from './blocks'
import { readVerificationCode, verificationCode } from './verification-code'

/** Before code and hash in the QR code on paper. Capitals throughout: the squares stay large. */
const scheme = 'LIANSHEN'

/**
 * A final copy with the code that leads from its paper back to the register: the first 40 bits of the SHA-256 of the
 * model's canonical JSON without the code itself and without the time of setting, so that the same content has the same
 * code whenever and wherever it was set.
 */
export function withPaperCode(model: DocumentModel): DocumentModel & { readonly verification: Verification } {
  const hash = contentHash({ ...model, createdAt: undefined, verification: undefined })
  const code = verificationCode(hash)
  return { ...model, verification: { code, payload: `${scheme}:${code}:${hash.toUpperCase()}` } }
}

/** What somebody holds in hand: the code, and the whole hash too if it came from the QR code. */
export type PaperCode = { readonly code: string; readonly hash: string | null }

/** What a person typed or a reader of QR codes entered; `undefined` when there is no code in it. */
export function readPaperCode(typed: string): PaperCode | undefined {
  const scanned = new RegExp(`^\\s*${scheme}:([0-9A-Z]{8}):([0-9A-F]{64})\\s*$`, 'iu').exec(typed)
  const code = readVerificationCode(scanned?.[1] ?? typed)
  if (code === undefined) return undefined
  const hash = scanned?.[2]?.toLowerCase() ?? null
  // The code is the beginning of the hash: a pair that does not agree was made by no desk.
  return hash === null || verificationCode(hash) === code ? { code, hash } : undefined
}

/** The whole hash behind a printed code. */
export const hashOfPaper = ({ payload }: Verification): string => payload.slice(-64).toLowerCase()

/** As it stands on paper: two groups of four. */
export const printedCode = (code: string): string => `${code.slice(0, 4)} ${code.slice(4)}`
