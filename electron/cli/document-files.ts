import { stat } from 'node:fs/promises'
import { dirname, resolve } from 'node:path'
import type { PaperPress } from '@host/documents/paper-press'
import { writeDurably } from '@host/files/durable-file'
import type { DocumentModel } from '@shared/documents/blocks'
import { DocumentIncompleteError } from '@shared/documents/blocks-complete'
import type { MissingValues } from '@shared/documents/missing-values'
import type { Result } from '@shared/lib/result'
import { MissingGlyphError } from '@shared/publishing/publishing-errors'
import { invalid, unusable } from './failure'
import type { CliWorld } from './world'

/** Where a document goes; at least one. */
export type Targets = { readonly pdf?: string; readonly docx?: string }

/** Refuses targets that cannot be meant, before anything is composed. */
export async function checkTargets(input: string, { pdf, docx }: Targets): Promise<void> {
  if (pdf === undefined && docx === undefined) throw unusable('cli.document.noTarget')
  if (pdf !== undefined && docx !== undefined && resolve(pdf) === resolve(docx)) {
    throw unusable('cli.output.sameTwice', { file: pdf })
  }
  for (const target of [pdf, docx]) if (target !== undefined) await checkTarget(input, target)
}

/** Refuses one target that cannot be meant: the input itself, a folder, a place that is not there. */
export async function checkTarget(input: string, target: string): Promise<void> {
  if (resolve(target) === resolve(input)) throw unusable('cli.output.isInput', { file: target })
  const info = await stat(target).catch(() => null)
  if (info?.isDirectory() === true) throw unusable('cli.output.isFolder', { file: target })
  const folder = await stat(dirname(resolve(target))).catch(() => null)
  if (folder?.isDirectory() !== true) throw unusable('cli.output.noFolder', { file: target })
}

/** The model, or one sentence that names everything missing. */
export function requireModel(input: string, composed: Result<DocumentModel, MissingValues>): DocumentModel {
  if (composed.ok) return composed.value
  throw invalid('cli.document.missing', {
    file: input,
    labels: composed.error.missing.map((item) => `${item.label}（${item.field}）`).join('；'),
  })
}

type MadeFile = { readonly file: string; readonly size: number; readonly sha256: string }

/** Makes all bytes first, then writes each file whole: nothing is written if any of them cannot be made. */
export async function writeDocument(
  input: string,
  model: DocumentModel,
  { pdf, docx }: Targets,
  attachments: Parameters<PaperPress['renderPdf']>[1]['attachments'],
  { resourcesFolder }: Pick<CliWorld, 'resourcesFolder'>,
): Promise<MadeFile[]> {
  const { createPublisher } = await import('@host/publishing/publisher')
  const publisher = createPublisher({ resources: resourcesFolder })
  const made: { readonly file: string; readonly bytes: Uint8Array }[] = []
  try {
    if (pdf !== undefined) made.push({ file: pdf, bytes: (await publisher.renderPdf(model, { attachments })).bytes })
    if (docx !== undefined) made.push({ file: docx, bytes: await publisher.renderDocx(model) })
  } catch (error) {
    throw notMade(input, error)
  } finally {
    await publisher.close()
  }
  const written: MadeFile[] = []
  for (const { file, bytes } of made) {
    const digest = await writeDurably(file, bytes).catch((cause: unknown) => {
      throw unusable('cli.output.failed', { file, cause: cause instanceof Error ? cause.message : String(cause) })
    })
    written.push({ file, ...digest })
  }
  return written
}

function notMade(file: string, error: unknown): unknown {
  if (error instanceof MissingGlyphError) {
    return invalid('cli.document.glyph', {
      file,
      character: error.character,
      codePoint: `U+${error.codePoint.toString(16).toUpperCase().padStart(4, '0')}`,
      context: error.context,
    })
  }
  if (error instanceof DocumentIncompleteError) {
    return invalid('cli.document.missing', {
      file,
      labels: error.missing.map((item) => item.near || item.where).join('；'),
    })
  }
  return error
}

/** Says what was written, and that it bears no signature. */
export function reportWritten(world: CliWorld, written: readonly MadeFile[]): void {
  for (const item of written) world.say(`${world.t('cli.document.written', item)}\n`)
  world.say(`${world.t('cli.document.unsigned')}\n`)
}
