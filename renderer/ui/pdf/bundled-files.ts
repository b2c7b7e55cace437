/**
 * Character maps, standard fonts and decoders that pdf.js asks for by name, bundled so that reading needs no network.
 */
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
/** Not what runs scripts: nothing of a file is run. */
const decoders = import.meta.glob<string>('../../../node_modules/pdfjs-dist/wasm/{jbig2,openjpeg,qcms_bg}.wasm', {
  eager: true,
  query: '?url&no-inline',
  import: 'default',
})

const files: ReadonlyMap<string, string> = new Map(
  Object.entries({ ...cMaps, ...fonts, ...decoders }).map(([path, url]) => [
    path.slice(path.lastIndexOf('/') + 1),
    url,
  ]),
)

/** pdf.js makes one of these itself; the shape is its own. */
export class BundledFiles {
  async fetch({ filename }: { readonly filename: string }): Promise<Uint8Array> {
    const url = files.get(filename)
    if (url === undefined) throw new Error(`pdf.js asked for ${filename}, which is not bundled`)
    const response = await fetch(url)
    if (!response.ok) throw new Error(`${filename}: ${response.status}`)
    return new Uint8Array(await response.arrayBuffer())
  }
}
