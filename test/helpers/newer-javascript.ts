/** What pdf.js takes for granted and the oldest Node that tests run on does not have; import it before pdf.js. */
const withResolvers = <T>() => {
  let resolve: (value: T | PromiseLike<T>) => void = () => undefined
  let reject: (reason?: unknown) => void = () => undefined
  const promise = new Promise<T>((keep, refuse) => {
    resolve = keep
    reject = refuse
  })
  return { promise, resolve, reject }
}
if (!('withResolvers' in Promise)) Object.assign(Promise, { withResolvers })

/** The same bytes in a buffer of another length; the old one is given away. */
function moved(this: ArrayBuffer, length: number = this.byteLength): ArrayBuffer {
  const result = new Uint8Array(length)
  result.set(new Uint8Array(structuredClone(this, { transfer: [this] })).subarray(0, length))
  return result.buffer
}
if (!('transferToFixedLength' in ArrayBuffer.prototype)) {
  Object.assign(ArrayBuffer.prototype, { transfer: moved, transferToFixedLength: moved })
}
