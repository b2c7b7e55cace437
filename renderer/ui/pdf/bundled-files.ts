/** Character maps, standard fonts and decoders that pdf.js asks for by name, bundled so that reading needs no network. */
const cMaps = import.meta.glob<string>('../../../node_modules/pdfjs-dist/cmaps/*.bcmap', {
  eager: true,
  query: '?url&no-inline',
  import: 'default',
})
const fonts = import.meta.glob<string>('../../../node_modules/pdfjs-dist/standard_fonts/*.{pfb,ttf}', {
  eager: true,
  query: '?url&no-inline',
  import: 'default',
})
const decoders = import.meta.glob<string>('../../../node_modules/pdfjs-dist/wasm/*.wasm', {
  eager: true,
  query: '?url&no-inline',
  import: 'default',
})

const byFileName = (files: Readonly<Record<string, string>>): ReadonlyMap<string, string> =>
  new Map(Object.entries(files).map(([path, url]) => [path.slice(path.lastIndexOf('/') + 1), url]))

async function fetchFile(files: ReadonlyMap<string, string>, name: string): Promise<Uint8Array> {
  const url = files.get(name)
  if (url === undefined) throw new Error(`pdf.js asked for ${name}, which is not bundled`)
  const response = await fetch(url)
  if (!response.ok) throw new Error(`${name}: ${response.status}`)
  return new Uint8Array(await response.arrayBuffer())
}

const cMapFiles = byFileName(cMaps)
const fontFiles = byFileName(fonts)
const decoderFiles = byFileName(decoders)

/** pdf.js makes one of these itself; the shape is its own. */
export class BundledCMaps {
  async fetch({ name }: { readonly name: string }) {
    return { cMapData: await fetchFile(cMapFiles, `${name}.bcmap`), isCompressed: true }
  }
}

export class BundledFonts {
  fetch = async ({ filename }: { readonly filename: string }) => fetchFile(fontFiles, filename)
}

export class BundledDecoders {
  fetch = async ({ filename }: { readonly filename: string }) => fetchFile(decoderFiles, filename)
}
