import type { VerifyReport } from '@shared/ipc/verify-report'
import { callHost, done } from '@renderer/platform/bridge'

/** What came of one file: a report, or why there is none. */
export type Verified = { readonly fileName: string } & (
  | { readonly kind: 'report'; readonly report: VerifyReport }
  | { readonly kind: 'failed'; readonly error: unknown }
  /** A detached signature without its document beside it. */
  | { readonly kind: 'lonely-signature' }
)

const isDetached = (file: File): boolean => file.name.toLowerCase().endsWith('.p7s')

const bytesOf = async (file: File): Promise<Uint8Array<ArrayBuffer>> => new Uint8Array(await file.arrayBuffer())

/** Verifies files one after another; `X.docx` is read together with `X.docx.p7s` (or `X.p7s`) if that was given too. */
export async function verifyFiles(files: readonly File[], passphrase?: string): Promise<readonly Verified[]> {
  const signatures = files.filter(isDetached)
  const used = new Set<File>()
  const verified: Verified[] = []
  for (const file of files.filter((candidate) => !isDetached(candidate))) {
    const detached = signatures.find((signature) => isSignatureOf(signature.name, file.name))
    if (detached !== undefined) used.add(detached)
    verified.push(await verifyOne(file, detached, passphrase))
  }
  for (const file of signatures) if (!used.has(file)) verified.push({ fileName: file.name, kind: 'lonely-signature' })
  return verified
}

async function verifyOne(file: File, detached: File | undefined, passphrase: string | undefined): Promise<Verified> {
  try {
    const answer = await callHost('verify:file', {
      fileName: file.name,
      bytes: await bytesOf(file),
      ...(detached === undefined ? {} : { signature: await bytesOf(detached) }),
      ...(passphrase === undefined ? {} : { passphrase }),
    })
    return { fileName: file.name, kind: 'report', report: done(answer).report }
  } catch (error) {
    return { fileName: file.name, kind: 'failed', error }
  }
}

/** Whether the name of a detached signature belongs to the name of a document. */
export function isSignatureOf(signature: string, document: string): boolean {
  const base = signature.toLowerCase().replace(/\.p7s$/u, '')
  const name = document.toLowerCase()
  return base === name || base === name.replace(/\.[^.]+$/u, '')
}
