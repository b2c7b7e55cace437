/** Pixels of all helping canvases of one document at a time: transparency in transparency asks for one each. */
const mostPixels = 134_217_728

type CanvasAndContext = { canvas: HTMLCanvasElement | null; context: CanvasRenderingContext2D | null }

/** A page asked for more canvases than the computer should give. */
export class CanvasesSpentError extends Error {
  override readonly name = 'CanvasesSpentError'
}

/** What pdf.js draws groups, masks and patterns on, counted; pdf.js makes one of these itself, the shape is its own. */
export class CountedCanvases {
  #pixels = 0

  create(width: number, height: number) {
    if (width <= 0 || height <= 0) throw new Error('a canvas without a size')
    this.#take(width * height)
    const canvas = document.createElement('canvas')
    canvas.width = width
    canvas.height = height
    return { canvas, context: canvas.getContext('2d', { willReadFrequently: true }) }
  }

  reset(pair: CanvasAndContext, width: number, height: number): void {
    if (pair.canvas === null) throw new Error('no canvas')
    this.#take(width * height - pair.canvas.width * pair.canvas.height)
    pair.canvas.width = width
    pair.canvas.height = height
  }

  destroy(pair: CanvasAndContext): void {
    if (pair.canvas === null) return
    this.#take(-pair.canvas.width * pair.canvas.height)
    pair.canvas.width = 0
    pair.canvas.height = 0
    pair.canvas = null
    pair.context = null
  }

  #take(pixels: number): void {
    if (this.#pixels + pixels > mostPixels) throw new CanvasesSpentError()
    this.#pixels += pixels
  }
}
