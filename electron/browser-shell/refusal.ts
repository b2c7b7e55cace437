import { type IncomingMessage } from 'node:http'

/**
 * What the log says of a refused request: the first of its kind in a launch, and nothing that the request said itself.
 */
export type RefusalKind = 'malformed' | 'foreign host' | 'foreign origin' | 'no session' | 'wrong token'

/**
 * Why a request is not answered: HTTP status and one plain line, which names what to do where somebody can do
 * something.
 */
export type Refusal = { readonly status: number; readonly text: string; readonly kind?: RefusalKind }

export const entrancePaths = { form: '/open', entered: '/entered' } as const

const isIpc = (path: string): boolean => path.startsWith('/ipc/')

const foreignOrigin: Refusal = { status: 403, text: 'Wrong origin.', kind: 'foreign origin' }

/** A window of its own, not a frame or a script of some page. Programs that are no browser say nothing. */
const isWholePage = ({ headers }: IncomingMessage): boolean =>
  (headers['sec-fetch-dest'] ?? 'document') === 'document' && (headers['sec-fetch-mode'] ?? 'navigate') === 'navigate'

const countOf = (request: IncomingMessage, name: string): number =>
  request.rawHeaders.filter((word, index) => index % 2 === 0 && word.toLowerCase() === name).length

/** The entrance: reached from the hand-over page, a file, whose origin is `null` and whose site is none of ours. */
function refuseEntering(request: IncomingMessage, path: string, origin: string): Refusal | null {
  const { headers, method } = request
  if (!isWholePage(request)) return foreignOrigin
  if (headers.origin !== undefined && headers.origin !== origin && headers.origin !== 'null') return foreignOrigin
  if (path === entrancePaths.form && method === 'POST') {
    return headers.origin === undefined ? foreignOrigin : null
  }
  return method === 'GET' ? null : { status: 405, text: 'GET only.' }
}

/**
 * What every request must satisfy before it is looked at: it names this very address as its host (a foreign name that
 * resolves to loopback does not), comes from our own page or from the address bar, and uses a method the path knows.
 */
export function refuseRequest(request: IncomingMessage, path: string, origin: string): Refusal | null {
  const { headers, method } = request
  // An absolute or asterisk form, or two hosts, of which others in between might take another than we do.
  if (!path.startsWith('/') || countOf(request, 'host') !== 1) {
    return { status: 400, text: 'Malformed.', kind: 'malformed' }
  }
  if (`http://${headers.host ?? ''}` !== origin) return { status: 421, text: 'Wrong host.', kind: 'foreign host' }
  if (path === entrancePaths.form || path === entrancePaths.entered) return refuseEntering(request, path, origin)
  if (headers.origin !== undefined && headers.origin !== origin) return foreignOrigin
  const site = headers['sec-fetch-site']
  if (site !== undefined && site !== 'same-origin' && site !== 'none') return foreignOrigin
  if (isIpc(path)) {
    if (method !== 'POST') return { status: 405, text: 'POST only.' }
    return headers.origin === undefined ? foreignOrigin : null
  }
  return method === 'GET' || method === 'HEAD' ? null : { status: 405, text: 'GET and HEAD only.' }
}
