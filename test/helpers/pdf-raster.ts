/** Pages as pixels, by PDFium: what a text extraction cannot see, a raster does. */
import { PDFiumLibrary } from '@hyzyla/pdfium'

export interface Raster {
  width: number
  height: number
  /** Four bytes per pixel. */
  pixels: Uint8Array
}

/** Rasters of all pages; `scale` 1 is 72 dots per inch. */
export async function rasterise(bytes: Uint8Array, scale = 1.5): Promise<Raster[]> {
  const library = await PDFiumLibrary.init()
  try {
    const document = await library.loadDocument(bytes)
    const rasters: Raster[] = []
    for (const page of document.pages()) {
      const { width, height, data } = await page.render({ scale, render: 'bitmap', renderFormFields: true })
      rasters.push({ width, height, pixels: data.slice() })
    }
    document.destroy()
    return rasters
  } finally {
    library.destroy()
  }
}

/** How many pixels are darker than mid-grey. */
export function inkCount({ pixels }: Raster): number {
  let count = 0
  for (let at = 0; at < pixels.length; at += 4) if (pixels[at]! < 128) count++
  return count
}
