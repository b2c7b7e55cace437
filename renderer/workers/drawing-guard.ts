/**
 * What the worker that draws a PDF may take: canvases are counted while they live, for transparency in transparency
 * asks for one each, and are given back by being made smaller.
 */
import { newTurn, refuse } from './memory-guard'

/** Pixels of all canvases of one document at a time. */
const mostPixels = 134_217_728

let pixels = 0
/** A canvas that nobody gave back is counted until it is garbage. */
const lost = new FinalizationRegistry<{ pixels: number }>((counted) => {
  pixels -= counted.pixels
})

const NativeCanvas = OffscreenCanvas
class CountedCanvas extends NativeCanvas {
  readonly #counted: { pixels: number }

  constructor(width: number, height: number) {
    if (!(pixels + width * height <= mostPixels)) refuse()
    super(width, height)
    this.#counted = { pixels: 0 }
    lost.register(this, this.#counted)
    this.#count(width, height)
  }

  override get width(): number {
    return super.width
  }

  override set width(width: number) {
    this.#count(width, this.height)
    super.width = width
  }

  override get height(): number {
    return super.height
  }

  override set height(height: number) {
    this.#count(this.width, height)
    super.height = height
  }

  #count(width: number, height: number): void {
    pixels += width * height - this.#counted.pixels
    this.#counted.pixels = width * height
    if (!(pixels <= mostPixels)) refuse()
  }
}
globalThis.OffscreenCanvas = CountedCanvas

// pdf.js draws in portions of some milliseconds and writes to itself between them.
const write = Reflect.get(MessagePort.prototype, 'postMessage')
MessagePort.prototype.postMessage = function (this: MessagePort, ...args: Parameters<MessagePort['postMessage']>) {
  newTurn()
  write.apply(this, args)
} as MessagePort['postMessage']
