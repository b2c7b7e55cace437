import { getDocument, PDFDataRangeTransport } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { mostPages } from '@shared/inspection/finding'
import { BundledFiles } from './bundled-files'
import { startWorkers } from './own-workers'
import { sitDown, type PdfSitting } from './pdf-sitting'
import type { PdfSource } from './pdf-source'

/** Bytes asked for at a time. */
const rangeChunkSize = 262_144

/** A picture of more pixels is left out: what it states may be a lie that takes all memory. */
const maxPicturePixels = 100_000_000

/** Bytes of one picture on a canvas; larger ones are made smaller before they are drawn. */
const maxCanvasBytes = 67_108_864

/** Milliseconds for reading the index of a file, which may lie on a slow stick. */
const openLimit = 30_000

/** Why a PDF does not open; its sentence is `pdf.error.<problem>`. */
export type PdfProblem = 'encrypted' | 'broken' | 'unreadable' | 'too-many-pages' | 'too-heavy'

/**
 * Opens a PDF in workers of its own. Scripts and forms of the file are never run.
 * @returns how to wait for it, and how to give it up, which ends the workers at once.
 */
export function openPdf(source: PdfSource): {
  readonly opened: Promise<PdfSitting | PdfProblem>
  readonly cancel: () => void
} {
  let readFailed = false
  let isClosed = false
  let sitting: PdfSitting | null = null
  let giveUp: (problem: PdfProblem) => void = () => undefined
  const givenUp = new Promise<PdfProblem>((resolve) => {
    giveUp = resolve
  })
  const workers = startWorkers(() => {
    if (sitting === null) giveUp('too-heavy')
    else sitting.stop('heavy')
  })
  const close = () => {
    if (isClosed) return
    isClosed = true
    // A worker in an endless loop never answers: nobody waits for that.
    task.destroy().catch(() => undefined)
    workers?.end()
  }
  const late = setTimeout(() => {
    giveUp('too-heavy')
  }, openLimit)
  const parameters: Parameters<typeof getDocument>[0] = {
    // pdf.js takes the buffer away from its caller, who may want to show the file again.
    ...(source.kind === 'bytes'
      ? { data: source.bytes.slice() }
      : {
          range: transportOf(source, {
            isClosed: () => isClosed,
            onFailure: () => {
              readFailed = true
              giveUp('unreadable')
              sitting?.close()
            },
          }),
        }),
    rangeChunkSize,
    disableAutoFetch: true,
    disableStream: true,
    useWorkerFetch: false,
    BinaryDataFactory: BundledFiles,
    ...(workers === null ? {} : { worker: workers.pdfWorker }),
    enableXfa: false,
    maxImageSize: maxPicturePixels,
    canvasMaxAreaInBytes: maxCanvasBytes,
    // The browser's own decoder takes what a picture states, where nobody counts.
    isImageDecoderSupported: false,
  }
  const open = () => getDocument(parameters)
  const task = workers === null ? open() : workers.opening(open)
  const reading = task.promise.then(
    (document) => {
      if (document.numPages > mostPages) return 'too-many-pages' as const
      return sitDown(document, close)
    },
    (error: unknown) => (readFailed ? 'unreadable' : problemOf(error)),
  )
  const opened = Promise.race([reading, givenUp]).then((result) => {
    clearTimeout(late)
    if (typeof result === 'string') close()
    else sitting = result
    return result
  })
  return {
    opened,
    cancel: () => {
      clearTimeout(late)
      if (sitting === null) close()
      else sitting.close()
    },
  }
}

function problemOf(error: unknown): PdfProblem {
  const name = error instanceof Error ? error.name : ''
  if (name === 'PasswordException') return 'encrypted'
  return name === 'InvalidPDFException' || name === 'FormatError' || name === 'UnknownErrorException'
    ? 'broken'
    : 'unreadable'
}

function transportOf(
  source: Extract<PdfSource, { kind: 'ranges' }>,
  task: { readonly isClosed: () => boolean; readonly onFailure: () => void },
): PDFDataRangeTransport {
  const transport = new PDFDataRangeTransport(source.size, null)
  transport.requestDataRange = (begin: number, end: number) => {
    source.read(begin, end - begin).then((bytes) => {
      // pdf.js throws at what comes after it was closed. A copy: the bridge may hand out a view into a larger message.
      if (!task.isClosed()) transport.onDataRange(begin, bytes.slice())
    }, task.onFailure)
  }
  return transport
}
