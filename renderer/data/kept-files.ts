import type { KeptFile } from '@shared/domain/public-display'
import { refusalIn, type Finding } from '@shared/inspection/finding'
import { err, ok, type Result } from '@shared/lib/result'
import { storeAttachment } from './attachments'
import { inspectBytes } from './inspections'

export type FileRefusal = {
  readonly fileName: string
  readonly problem: 'kind' | 'empty' | 'unreadable' | 'twice' | Finding
}

/** What people send; programs are none of it. */
export const acceptedEndings = '.pdf,.doc,.docx,.wps,.ofd,.xls,.xlsx,.et,.csv,.jpg,.jpeg,.png,.zip'

/** A file as it came, looked into and stored under its hash; nothing is recorded. */
export async function keepFile(file: File, endings = acceptedEndings): Promise<Result<KeptFile, FileRefusal>> {
  const fileName = file.name
  const accepted = new RegExp(`(?:${endings.replaceAll('.', '\\.').replaceAll(',', '|')})$`, 'iu')
  if (!accepted.test(fileName)) return err({ fileName, problem: 'kind' })
  let bytes: Uint8Array<ArrayBuffer>
  try {
    bytes = new Uint8Array(await file.arrayBuffer())
  } catch {
    return err({ fileName, problem: 'unreadable' })
  }
  if (bytes.length === 0) return err({ fileName, problem: 'empty' })
  const refusal = refusalIn(await inspectBytes(bytes))
  if (refusal !== undefined) return err({ fileName, problem: refusal })
  return ok({ fileName, ...(await storeAttachment(bytes)) })
}
