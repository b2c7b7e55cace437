/** PNG pictures without transparency: PDF/A-1 allows none, and a signature belongs on white paper. */
import { decode, toRGBA8 } from 'pdf-lib/upng'

export interface FlatPicture {
  width: number
  height: number
  /** Three bytes per pixel. */
  rgb: Uint8Array
}

/** Decodes a PNG in base64 and lays it on white. Throws on anything that is no PNG. */
export function flattenPng(base64: string): FlatPicture {
  const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0))
  const image = decode(bytes.buffer)
  const [frame] = toRGBA8(image)
  if (frame === undefined) throw new TypeError('the picture has no frame')
  const rgba = new Uint8Array(frame)
  const rgb = new Uint8Array(image.width * image.height * 3)
  for (let from = 0, to = 0; from < rgba.length; from += 4) {
    const alpha = (rgba[from + 3] ?? 0) / 255
    for (let channel = 0; channel < 3; channel++) {
      rgb[to++] = Math.round((rgba[from + channel] ?? 0) * alpha + 255 * (1 - alpha))
    }
  }
  return { width: image.width, height: image.height, rgb }
}
