/** What the worker that reads a PDF may take and send, beside what every worker may. */
import { hasEndlessTiles } from './endless-tiles'
import { countMaking, newTurn, port, refuse, send } from './memory-guard'
import { createPortionScale, mostWeight } from './portion-weight'

for (const name of ['OffscreenCanvas', 'ImageData']) {
  countMaking(name, ([width, height]) => (typeof width === 'number' ? 4 * width * Number(height) : 0))
}

const weigh = createPortionScale()
port.postMessage = ((...args: Parameters<typeof send>) => {
  newTurn()
  const message: unknown = args[0]
  if (typeof message === 'object' && message !== null && 'chunk' in message) {
    const stream = 'streamId' in message ? message.streamId : null
    if (weigh(stream, message.chunk) > mostWeight || hasEndlessTiles(message.chunk)) refuse()
  }
  send(...args)
}) as typeof port.postMessage
