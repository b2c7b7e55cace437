/** Bytes that reading one page of a PDF may take in its worker. */
export const memoryLimit = 1_000_000_000

/** What the worker says when it was asked for more. pdf.js, which listens to the same port, passes it over. */
export const heavyMessage = { lianshen: 'heavy' } as const

export const isHeavyMessage = (data: unknown): boolean =>
  typeof data === 'object' && data !== null && 'lianshen' in data && data.lianshen === heavyMessage.lianshen
