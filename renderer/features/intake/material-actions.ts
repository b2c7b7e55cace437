import type { Material } from '@shared/domain/dossier'
import { materialSchema } from '@shared/domain/dossier'
import { mostPages, refusalIn, type Finding } from '@shared/inspection/finding'
import { hugePagesIn } from '@shared/inspection/huge-pages'
import { err, ok, type Result } from '@shared/lib/result'
import { inspectBytes } from '@renderer/data/inspections'
import { storeAttachment } from '@renderer/data/attachments'
import { newLocalId } from '@renderer/platform/ids'
import { lookForText } from '@renderer/workers/look-for-text'
import { memoryLimit } from '@renderer/workers/memory-limit'
import { suggestedMaterial } from './material-suggestion'

export type FileRefusal = {
  readonly fileName: string
  readonly problem: 'encrypted' | 'broken' | 'unreadable' | 'not-pdf' | Finding
}

const isPdf = (file: File): boolean => file.type === 'application/pdf' || /\.pdf$/iu.test(file.name)

/**
 * Takes one file of a dossier: a PDF, for that is what an expert can open; it is looked into and opened to see that it
 * can be read, then stored under its hash, as it is.
 * @returns the material with a suggestion of which it is, or why it was refused; nothing is stored then.
 */
export async function takeMaterial(file: File, names: readonly string[]): Promise<Result<Material, FileRefusal>> {
  if (!isPdf(file)) return err({ fileName: file.name, problem: 'not-pdf' })
  let bytes: Uint8Array<ArrayBuffer>
  try {
    bytes = new Uint8Array(await file.arrayBuffer())
  } catch {
    return err({ fileName: file.name, problem: 'unreadable' })
  }
  const inspection = await inspectBytes(bytes)
  const refusal = refusalIn(inspection)
  if (refusal !== undefined) return err({ fileName: file.name, problem: refusal })
  const findings = await lookForText(bytes, hugePagesIn(inspection))
  if (findings === 'too-many-pages') {
    return err({ fileName: file.name, problem: { kind: findings, count: 1, detail: String(mostPages) } })
  }
  if (findings === 'too-heavy') {
    return err({ fileName: file.name, problem: { kind: findings, count: 1, detail: String(memoryLimit / 1_000_000) } })
  }
  if (typeof findings === 'string') return err({ fileName: file.name, problem: findings })
  const { sha256, size } = await storeAttachment(bytes)
  return ok(
    materialSchema.parse({
      id: newLocalId('m'),
      code: suggestedMaterial(file.name, names),
      title: file.name.replace(/\.[^.]+$/u, ''),
      fileName: file.name,
      sha256,
      size,
      mediaType: 'application/pdf',
      pages: findings.pages,
      textLayer: findings.textLayer,
    }),
  )
}
