/**
 * Keeps the worker that reads a PDF below a limit of memory. Nothing in a browser measures a worker from outside, and the
 * limit of its heap covers neither buffers nor WebAssembly: so what unfolds is counted where it is asked for. Between two
 * messages, that is for one picture or one portion of a page, no more than the limit may be asked for; who asks for
 * more is refused, and the page is told, which ends this worker.
 */
import { hasEndlessTiles } from './endless-tiles'
import { heavyMessage, memoryLimit } from './memory-limit'

/** The side of a worker on which this runs; the types at hand are those of a page. */
type WorkerSide = Pick<Worker, 'postMessage' | 'addEventListener'>
const port = globalThis as unknown as WorkerSide
let asked = 0
let isSpent = false

function take(bytes: number): void {
  asked += bytes
  if (!isSpent && !(asked > memoryLimit)) return
  if (!isSpent) {
    isSpent = true
    send(heavyMessage)
  }
  throw new RangeError('memory limit')
}

const send = port.postMessage.bind(port)
const newTurn = (): void => {
  asked = 0
}
// What was unfolded before a message has gone with it, or is garbage.
port.postMessage = ((...args: Parameters<typeof send>) => {
  newTurn()
  const message: unknown = args[0]
  if (typeof message === 'object' && message !== null && 'chunk' in message && hasEndlessTiles(message.chunk)) {
    take(memoryLimit + 1)
  }
  send(...args)
}) as typeof port.postMessage
port.addEventListener('message', newTurn)

type Maker = new (...args: never[]) => object

/** A constructor that counts what it is about to take. */
const counting = <T extends Maker>(native: T, bytesOf: (args: readonly unknown[]) => number): T => {
  const counted: T = new Proxy(native, {
    construct: (target, args: never[], newTarget) => {
      take(bytesOf(args))
      return Reflect.construct(target, args, newTarget === counted ? target : newTarget) as object
    },
  })
  return counted
}

const lengthOf = (value: unknown): number => {
  if (typeof value === 'number') return value
  // A view takes nothing; a list or another array is copied.
  return typeof value === 'object' && value !== null && 'length' in value ? Number(value.length) : 0
}

const scope = globalThis as unknown as Record<string, Maker & { readonly BYTES_PER_ELEMENT: number }>
for (const name of [
  'Int8Array',
  'Uint8Array',
  'Uint8ClampedArray',
  'Int16Array',
  'Uint16Array',
  'Int32Array',
  'Uint32Array',
  'Float32Array',
  'Float64Array',
]) {
  const native = scope[name]
  if (native === undefined) continue
  scope[name] = counting(native, ([first]) => lengthOf(first) * native.BYTES_PER_ELEMENT)
}
for (const name of ['OffscreenCanvas', 'ImageData']) {
  const native = scope[name]
  if (native === undefined) continue
  scope[name] = counting(native, ([width, height]) => (typeof width === 'number' ? 4 * width * Number(height) : 0))
}
const nativeBuffer = scope['ArrayBuffer']
if (nativeBuffer !== undefined) scope['ArrayBuffer'] = counting(nativeBuffer, ([length]) => lengthOf(length))

/** Decoders in WebAssembly ask for pages of 64 KiB. */
const grow = Reflect.get(WebAssembly.Memory.prototype, 'grow')
WebAssembly.Memory.prototype.grow = function (this: WebAssembly.Memory, pages: number): number {
  if (this.buffer.byteLength + pages * 65_536 > memoryLimit) take(memoryLimit + 1)
  take(pages * 65_536)
  return grow.call(this, pages)
}
