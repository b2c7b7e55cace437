import {
  getDocument,
  GlobalWorkerOptions,
  PDFDataRangeTransport,
  type PDFDocumentProxy,
} from 'pdfjs-dist/legacy/build/pdf.mjs'
import workerUrl from 'pdfjs-dist/legacy/build/pdf.worker.min.mjs?url'
import { mostPages } from '@shared/inspection/finding'
import { BundledCMaps, BundledDecoders, BundledFonts } from './bundled-files'
import type { PdfSource } from './pdf-source'

/** Bytes asked for at a time. */
const rangeChunkSize = 262_144

/** A picture of more pixels is left out: what it states may be a lie that takes all memory. */
const maxPicturePixels = 100_000_000

/** Why a PDF does not open; its sentence is `pdf.error.<problem>`. */
export type PdfProblem = 'encrypted' | 'broken' | 'unreadable' | 'too-many-pages'

export type OpenPdf = { readonly document: PDFDocumentProxy; readonly close: () => void }

/**
 * Opens a PDF in the worker of pdf.js. Scripts and forms of the file are never run.
 * @returns how to wait for it, and how to give it up.
 */
export function openPdf(source: PdfSource): {
  readonly opened: Promise<OpenPdf | PdfProblem>
  readonly cancel: () => void
} {
  GlobalWorkerOptions.workerSrc = workerUrl
  let readFailed = false
  let isClosed = false
  const close = () => {
    isClosed = true
    void task.destroy()
  }
  const task = getDocument({
    // pdf.js takes the buffer away from its caller, who may want to show the file again.
    ...(source.kind === 'bytes'
      ? { data: source.bytes.slice() }
      : {
          range: transportOf(source, {
            isClosed: () => isClosed,
            onFailure: () => {
              readFailed = true
              close()
            },
          }),
        }),
    rangeChunkSize,
    disableAutoFetch: true,
    disableStream: true,
    useWorkerFetch: false,
    CMapReaderFactory: BundledCMaps,
    StandardFontDataFactory: BundledFonts,
    WasmFactory: BundledDecoders,
    enableXfa: false,
    isEvalSupported: false,
    maxImageSize: maxPicturePixels,
  })
  const opened = task.promise.then(
    (document) => {
      if (document.numPages <= mostPages) return { document, close }
      close()
      return 'too-many-pages' as const
    },
    (error: unknown) => (readFailed ? 'unreadable' : problemOf(error)),
  )
  return { opened, cancel: close }
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
