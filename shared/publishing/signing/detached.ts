/** A signature in a file of its own (.p7s), for a DOCX or anything else; `openssl cms -verify` reads it. */
import { signCms, verifyCms, type CmsVerdict, type Signer } from './cms'

/** The .p7s in DER over exactly these bytes. `signedAt`: the local clock's instant in UTC. */
export function signDetached(
  bytes: Uint8Array<ArrayBuffer>,
  signer: Signer,
  signedAt?: string,
): Promise<Uint8Array<ArrayBuffer>> {
  return signCms(bytes, signer, signedAt)
}

/**
 * Whether the .p7s was made over exactly these bytes, and by whose certificate. Not a byte may follow the signature.
 */
export function verifyDetached(bytes: Uint8Array<ArrayBuffer>, p7s: Uint8Array<ArrayBuffer>): Promise<CmsVerdict> {
  return verifyCms(bytes, p7s, { trailing: 'none' })
}
