/** The most script, in bytes as written to the disk, that a page reads before it shows anything. */
export const mostBytes = 500_000

/** The page's own chunk, and all that it wants before it runs. */
function firstChunks(bundle) {
  const found = new Set()
  const add = (fileName) => {
    const chunk = bundle[fileName]
    if (chunk?.type !== 'chunk' || found.has(chunk)) return
    found.add(chunk)
    chunk.imports.forEach(add)
  }
  for (const chunk of Object.values(bundle)) if (chunk.type === 'chunk' && chunk.isEntry) add(chunk.fileName)
  return [...found]
}

/** A package by its name (of antd, each component by itself), a file of ours by its room. */
function partOf(module) {
  const [, inPackage] = /.*node_modules\/(.+)$/u.exec(module) ?? []
  if (inPackage === undefined) return /\/((?:renderer|shared)\/[^/]+)/u.exec(module)?.[1] ?? 'runtime'
  const steps = inPackage.split('/')
  return steps.slice(0, steps[0] === 'antd' ? 3 : inPackage.startsWith('@') ? 2 : 1).join('/')
}

/**
 * Refuses to build a page that reads more than it should before it shows anything.
 * @param found is told what that is, in bytes: as a whole, and part by part before it is made small
 */
export const firstPaint = (found = () => undefined) => ({
  name: 'first-paint',
  generateBundle(_options, bundle) {
    const chunks = firstChunks(bundle)
    const bytes = chunks.reduce((sum, { code }) => sum + Buffer.byteLength(code), 0)
    const parts = new Map()
    for (const { modules } of chunks) {
      for (const [module, { renderedLength }] of Object.entries(modules)) {
        const part = partOf(module)
        parts.set(part, (parts.get(part) ?? 0) + renderedLength)
      }
    }
    const largest = [...parts].toSorted(([, a], [, b]) => b - a)
    found({ bytes, parts: largest })
    if (bytes > mostBytes) {
      const list = largest.slice(0, 30).map(([part, size]) => `${part} ${size}`)
      this.error(`the first paint reads ${bytes} bytes of script, at most ${mostBytes}: ${list.join(', ')}`)
    }
  },
})
