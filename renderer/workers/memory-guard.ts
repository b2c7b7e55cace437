/**
 * Keeps a worker that reads or draws a PDF below a limit of memory. Nothing in a browser measures a worker from
 * outside, and the limit of its heap covers neither buffers nor WebAssembly: so what unfolds is counted where it is
 * asked for. In one turn, that is for one picture or one portion of a page, no more than the limit may be asked for;
 * who asks for more is refused, and the page is told, which ends this worker.
 */
import { heavyMessage, memoryLimit } from './memory-limit'

/** The side of a worker on which this runs; the types at hand are those of a page. */
type WorkerSide = Pick<Worker, 'postMessage' | 'addEventListener'>
export const port = globalThis as unknown as WorkerSide
export const send = port.postMessage.bind(port)
let asked = 0
let isSpent = false

/** Counts bytes of this turn. @throws RangeError where they are too many, now and ever after */
export function take(bytes: number): void {
  asked += bytes
  if (!isSpent && !(asked > memoryLimit)) return
  refuse()
}

/** Tells the page that this is too much. @throws RangeError */
export function refuse(): never {
  if (!isSpent) send(heavyMessage)
  isSpent = true
  throw new RangeError('memory limit')
}

/** What was unfolded before a message has gone with it, or is garbage. */
export const newTurn = (): void => {
  asked = 0
}
port.addEventListener('message', newTurn)

/**
 * Bytes that any buffer or view takes beside its content, with what is commonly made along with it: measured on meshes.
 */
const bytesBeside = 512

type Maker = new (...args: never[]) => object

/** Puts a counting constructor in the place of the scope's own. */
export function countMaking(name: string, bytesOf: (args: readonly unknown[], bytesPerItem: number) => number): void {
  const scope = globalThis as unknown as Record<string, Maker & { readonly BYTES_PER_ELEMENT?: number }>
  const native = scope[name]
  if (native === undefined) return
  const bytesPerItem = native.BYTES_PER_ELEMENT ?? 1
  const counted: Maker = new Proxy(native, {
    construct: (target, args: never[], newTarget) => {
      take(bytesOf(args, bytesPerItem) + bytesBeside)
      return Reflect.construct(target, args, newTarget === counted ? target : newTarget) as object
    },
  })
  scope[name] = counted
}

const lengthOf = (value: unknown): number => {
  if (typeof value === 'number') return value
  // A view takes nothing; a list or another array is copied.
  return typeof value === 'object' && value !== null && 'length' in value ? Number(value.length) : 0
}

for (const name of [
  'ArrayBuffer',
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
  countMaking(name, ([first], bytesPerItem) => lengthOf(first) * bytesPerItem)
}

/** Decoders in WebAssembly ask for pages of 64 KiB. */
const grow = Reflect.get(WebAssembly.Memory.prototype, 'grow')
WebAssembly.Memory.prototype.grow = function (this: WebAssembly.Memory, pages: number): number {
  if (this.buffer.byteLength + pages * 65_536 > memoryLimit) refuse()
  take(pages * 65_536)
  return grow.call(this, pages)
}
