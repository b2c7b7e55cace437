/** Pen strokes as a PNG, for a format that takes pictures only. */
import { encode } from 'pdf-lib/upng'
import { type Handwriting } from '@shared/documents/blocks'

export interface Picture {
  png: Uint8Array
  width: number
  height: number
}

/** Longest side of the picture, in pixels. */
const resolution = 600
const penRadius = 3

/** The picture of a signature; undefined for a place that is still to be signed. */
export function handwritingPicture(writing: Handwriting): Picture | undefined {
  switch (writing.kind) {
    case 'place':
      return undefined
    case 'png':
      return pictureOf(Uint8Array.from(atob(writing.base64), (character) => character.charCodeAt(0)))
    case 'strokes':
      return drawStrokes(writing)
  }
}

/** PNG 1.2, 11.2.2: width and height stand at bytes 16 and 20. */
function pictureOf(png: Uint8Array): Picture {
  const view = new DataView(png.buffer, png.byteOffset)
  return { png, width: view.getUint32(16), height: view.getUint32(20) }
}

function drawStrokes({ width, height, strokes }: Extract<Handwriting, { kind: 'strokes' }>): Picture {
  const scale = resolution / Math.max(width, height)
  const size = { width: Math.ceil(width * scale), height: Math.ceil(height * scale) }
  const pixels = new Uint8Array(size.width * size.height * 4).fill(255)
  for (const stroke of strokes) {
    const points = stroke.map(([x, y]) => ({ x: x * scale, y: y * scale }))
    points.forEach((point, index) => {
      const from = points[index - 1] ?? point
      const steps = Math.max(1, Math.ceil(Math.hypot(point.x - from.x, point.y - from.y)))
      for (let step = 0; step <= steps; step++) {
        const part = step / steps
        stamp(pixels, size, from.x + (point.x - from.x) * part, from.y + (point.y - from.y) * part)
      }
    })
  }
  return { png: new Uint8Array(encode([pixels.buffer], size.width, size.height, 0)), ...size }
}

/** A round dot of ink. */
function stamp(pixels: Uint8Array, size: { width: number; height: number }, x: number, y: number): void {
  for (let row = Math.floor(y - penRadius); row <= y + penRadius; row++) {
    for (let column = Math.floor(x - penRadius); column <= x + penRadius; column++) {
      const inside = row >= 0 && row < size.height && column >= 0 && column < size.width
      if (inside && Math.hypot(column - x, row - y) <= penRadius) {
        pixels.fill(0, (row * size.width + column) * 4, (row * size.width + column) * 4 + 3)
      }
    }
  }
}
