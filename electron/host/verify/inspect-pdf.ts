export type PdfState = 'readable' | 'encrypted' | 'broken'

/**
 * A light look at a PDF (ISO 32000-1 7.5): a header near the start, an end marker near the end, a trailer that points
 * to a catalogue and is not encrypted. Enough to refuse by name; reading pages is the viewer's work.
 */
export function inspectPdf(bytes: Uint8Array): PdfState {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1')
  const isFramed = text.slice(0, 1024).includes('%PDF-') && text.slice(-2048).includes('%%EOF')
  if (!isFramed || !/\/Root\s+\d+\s+\d+\s+R/u.test(text) || !/startxref\s+\d+/u.test(text)) return 'broken'
  return /\/Encrypt\s+(\d+\s+\d+\s+R|<<)/u.test(text) ? 'encrypted' : 'readable'
}
