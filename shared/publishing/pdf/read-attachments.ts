/** Files carried inside a PDF (ISO 32000-1 7.11.4), such as the JSON of an opinion. */
import { readRevisions } from '../pdf-structure/cross-references'
import { decodeStream, roomFor } from '../pdf-structure/inflate'
import { PdfView } from '../pdf-structure/pdf-view'
import { PdfStructureError, textOf, type PdfDict } from '../pdf-structure/syntax'

export interface EmbeddedFile {
  name: string
  bytes: Uint8Array
}

/** More files than any paper carries, and deeper trees of their names. */
const mostFiles = 200
const deepest = 16

/** Every embedded file by its name; none when the file cannot be read as a PDF must. Never throws for bad input. */
export async function readAttachments(pdf: Uint8Array<ArrayBuffer>): Promise<EmbeddedFile[]> {
  try {
    return await filesIn(new PdfView(pdf, await readRevisions(pdf)))
  } catch (error) {
    if (error instanceof PdfStructureError) return []
    throw error
  }
}

async function filesIn(view: PdfView): Promise<EmbeddedFile[]> {
  const room = roomFor()
  const files: EmbeddedFile[] = []
  const read = async (specification: PdfDict, name: string): Promise<void> => {
    const held = await view.lookup(specification, 'EF', 'dict')
    const stream = held?.entries.find(([key]) => key === 'F')?.[1]
    const found = stream?.kind === 'reference' ? (await view.object(stream.number))?.found : undefined
    if (found?.data === undefined || found.value.kind !== 'dict') return
    const packed = view.bytes.slice(found.data.start, found.data.end)
    files.push({ name, bytes: await decodeStream(found.value, packed, room) })
  }
  const walk = async (node: PdfDict | undefined, depth: number): Promise<void> => {
    if (node === undefined || depth > deepest) return
    const names = (await view.lookup(node, 'Names', 'array'))?.items ?? []
    for (let at = 0; at + 1 < names.length && files.length < mostFiles; at += 2) {
      const [name, specification] = [await view.resolve(names[at]), await view.resolve(names[at + 1])]
      if (name?.kind === 'string' && specification?.kind === 'dict') await read(specification, textOf(name.bytes))
    }
    for (const kid of (await view.lookup(node, 'Kids', 'array'))?.items ?? []) {
      const next = files.length < mostFiles ? await view.resolve(kid) : undefined
      if (next?.kind === 'dict') await walk(next, depth + 1)
    }
  }
  const root = await view.lookup(view.trailer, 'Root', 'dict')
  const names = root === undefined ? undefined : await view.lookup(root, 'Names', 'dict')
  await walk(names === undefined ? undefined : await view.lookup(names, 'EmbeddedFiles', 'dict'), 0)
  return files
}
