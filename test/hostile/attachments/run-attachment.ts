import { performance } from 'node:perf_hooks'
import type { Inspector } from '@host/inspection/inspector'
import { refusalIn, type Finding } from '@shared/inspection/finding'
import { createTranslator } from '@shared/messages/translate'
import type { Judged } from '../run-fairly'
import type { AttachmentCase } from './attachment-case'

/** Faults, and what the person reads, in Chinese. How long it may take is judged by `runFairly`. */
export type AttachmentResult = Judged & { readonly isRefused: boolean }

/** Lets the inspector look into one file and says everything that is not as it must be. */
export async function faultsOfAttachment(file: AttachmentCase, inspector: Inspector): Promise<AttachmentResult> {
  const bytes = await file.make()
  const copy = Buffer.from(bytes)
  const start = performance.now()
  const inspection = await inspector.inspect({ kind: 'bytes', bytes })
  const ms = performance.now() - start
  const faults: string[] = []
  const kinds: readonly string[] = inspection.findings.map(({ kind }) => kind)
  const expected = 'refused' in file.expected ? [file.expected.refused] : file.expected.taken
  if (JSON.stringify(kinds) !== JSON.stringify(expected)) {
    faults.push(`found ${kinds.join(', ')}; expected ${expected.join(', ')}`)
  }
  const isRefused = refusalIn(inspection) !== undefined
  if (isRefused !== 'refused' in file.expected) faults.push(isRefused ? 'left closed' : 'opened')
  if (!copy.equals(bytes)) faults.push('the bytes were changed')
  faults.push(...inspection.findings.flatMap(faultsOfFinding))
  const t = createTranslator('zh-CN')
  return {
    faults,
    isRefused,
    ms,
    message: inspection.findings.map((found) => t(`finding.${found.kind}`, found)).join(' '),
  }
}

/** A sentence must be there in both languages and leave no place for a value open. */
function faultsOfFinding(finding: Finding): string[] {
  return (['zh-CN', 'en'] as const).flatMap((locale) => {
    const sentence = createTranslator(locale)(`finding.${finding.kind}`, finding)
    return sentence.startsWith('finding.') || /\{\{|undefined/u.test(sentence) ? [`${locale}: ${sentence}`] : []
  })
}
