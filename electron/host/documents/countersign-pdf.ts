import type { Handwriting } from '@shared/domain/judgement'
import { strokesOf } from '@shared/documents/handwriting-block'
import { PdfSigningError } from '@shared/publishing/publishing-errors'
import { type SignPdfOptions } from '@shared/publishing/signing/sign-pdf'
import { verifyPdf } from '@shared/publishing/signing/verify-pdf'
import { fail } from '../lib/failure'
import type { Identity } from '../keys/identity'
import { signatureLabel } from '../keys/signature-label'
import type { PaperPress } from './paper-press'

type Request = {
  readonly bytes: Uint8Array
  readonly fieldName: string
  readonly place: NonNullable<SignPdfOptions['place']> | null
  readonly handwriting: Handwriting | null
}

/**
 * Adds a desk's signature to a paper of ours that may bear others; the bytes given stay its unchanged beginning. A file
 * that is not clean is refused. `signedAt` is the local clock's instant in UTC.
 * @throws HostFailure `document.not-intact`, `document.already-signed`, `document.cannot-sign`
 */
export async function countersignPdf(
  { bytes, fieldName, place, handwriting }: Request,
  by: { readonly identity: Identity; readonly signedAt: string; readonly publisher: PaperPress },
): Promise<Uint8Array<ArrayBuffer>> {
  const file = new Uint8Array(bytes)
  if (!(await isClean(file))) fail('document.not-intact')
  const signer = { certificate: new Uint8Array(by.identity.certificate), key: by.identity.signingKey }
  let signed: Uint8Array<ArrayBuffer>
  try {
    signed = await by.publisher.signPdf(file, signer, {
      fieldName,
      signedAt: by.signedAt,
      reason: signatureLabel,
      ...(place === null ? {} : { place }),
      ...(handwriting === null ? {} : { handwriting: strokesOf(handwriting) }),
    })
  } catch (error) {
    if (!(error instanceof PdfSigningError)) throw error
    return fail(error.kind === 'field-exists' ? 'document.already-signed' : 'document.cannot-sign')
  } // What would not be called intact afterwards is not handed out: a place that is no cell to sign in, for one.
  if ((await verifyPdf(signed)).verdict !== 'intact') fail('document.cannot-sign')
  return signed
}

/** Made by this product, and nothing in it but what its signatures cover. */
async function isClean(file: Uint8Array<ArrayBuffer>): Promise<boolean> {
  const { verdict, isOurs } = await verifyPdf(file)
  return isOurs && (verdict === 'intact' || verdict === 'not-signed')
}
