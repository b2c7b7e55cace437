import { realpath, stat } from 'node:fs/promises'
import { extname, isAbsolute, relative, resolve } from 'node:path'

const mediaTypes: Readonly<Record<string, string>> = {
  '.bcmap': 'application/octet-stream',
  '.css': 'text/css; charset=utf-8',
  '.gif': 'image/gif',
  '.html': 'text/html; charset=utf-8',
  '.icc': 'application/vnd.iccprofile',
  '.ico': 'image/x-icon',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.otf': 'font/otf',
  '.pdf': 'application/pdf',
  '.pfb': 'application/octet-stream',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.ttf': 'font/ttf',
  '.txt': 'text/plain; charset=utf-8',
  '.wasm': 'application/wasm',
  '.webp': 'image/webp',
  '.woff': 'font/woff',
  '.woff2': 'font/woff2',
}

export type RendererFile = {
  readonly path: string
  /** Bytes. */
  readonly size: number
  readonly mediaType: string
  /** The name carries the hash of the content, so that it may be kept for ever. */
  readonly immutable: boolean
}

const isInside = (folder: string, path: string): boolean => {
  const way = relative(folder, path)
  return way !== '' && !way.startsWith('..') && !isAbsolute(way)
}

/**
 * The built file that a URL path names (`/` is the page itself), or null: nothing outside the folder is ever answered,
 * neither by `..`, by an encoded separator, nor through a link. A path that does not name a file of ours is null as
 * well.
 */
export async function findRendererFile(folder: string, urlPath: string): Promise<RendererFile | null> {
  let decoded: string
  try {
    decoded = decodeURIComponent(urlPath)
  } catch {
    return null
  }
  if (/[\\\0:]|(?:^|\/)\.{1,2}(?:\/|$)/u.test(decoded)) return null
  const wanted = resolve(folder, `.${decoded === '/' ? '/index.html' : decoded}`)
  if (!isInside(folder, wanted)) return null
  try {
    const [realFolder, path] = await Promise.all([realpath(folder), realpath(wanted)])
    if (!isInside(realFolder, path)) return null
    const info = await stat(path)
    const mediaType = mediaTypes[extname(path).toLowerCase()]
    if (!info.isFile() || mediaType === undefined) return null
    return { path, size: info.size, mediaType, immutable: /^\/assets\/.*-[\w-]{8}\.\w+$/u.test(decoded) }
  } catch {
    return null
  }
}
