import type { AgainRow } from '@shared/ipc/verify-again'
import type { VerifyReport } from '@shared/ipc/verify-report'
import { verifyCmsBefore } from '@shared/publishing/signing/before/cms'
import { verifyPdfBefore } from '@shared/publishing/signing/before/verify-pdf'

type Judged = { readonly bytes: Uint8Array; readonly signature?: Uint8Array }
type Before = NonNullable<AgainRow['before']>

/** What versions up to 0.1.0 said of a file; null for a bundle, of which nothing has changed. */
export async function judgeBefore(file: Judged, format: VerifyReport['format']): Promise<Before | null> {
  if (format === 'bundle') return null
  return format === 'pdf' ? ofPdf(file) : ofDocx(file)
}

async function ofPdf({ bytes }: Judged): Promise<Before> {
  const found = await verifyPdfBefore(new Uint8Array(bytes))
  const signers = found.map(({ signer }) => signer?.commonName ?? '')
  if (found.length === 0) return { verdict: 'not-signed', signers }
  return { verdict: found.every(({ isWhole }) => isWhole) ? 'intact' : 'damaged', signers }
}

async function ofDocx({ bytes, signature }: Judged): Promise<Before> {
  if (signature === undefined) return { verdict: 'not-signed', signers: [] }
  const verdict = await verifyCmsBefore(new Uint8Array(bytes), new Uint8Array(signature))
  const signers = verdict.kind === 'unreadable' ? [] : [verdict.signer?.commonName ?? '']
  return { verdict: verdict.kind === 'intact' ? 'intact' : 'damaged', signers }
}

/** Whether what was said then is not what is said now: another verdict, or another signer. */
export const isOtherVerdict = (before: Before | null, { verdict, signatures }: VerifyReport): boolean =>
  before !== null &&
  (before.verdict !== verdict ||
    (verdict === 'intact' && before.signers.join('\n') !== signatures.map(({ signer }) => signer).join('\n')))
