/** Files carried inside a PDF (ISO 32000-1 7.11.4), such as the JSON of an opinion. */
import { PDFDocument } from 'pdf-lib'

export interface EmbeddedFile {
  name: string
  bytes: Uint8Array
}

/** Every embedded file by its name; none when the file cannot be parsed. Never throws for bad input. */
export async function readAttachments(pdf: Uint8Array): Promise<EmbeddedFile[]> {
  try {
    const document = await PDFDocument.load(pdf, { updateMetadata: false, ignoreEncryption: true })
    return document.getAttachments().map(({ name, data }) => ({ name, bytes: data }))
  } catch {
    return []
  }
}
