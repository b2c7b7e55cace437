import { type IncomingMessage } from 'node:http'

/** Why a request is not answered: HTTP status and one plain line, which names what to do where somebody can do something. */
export type Refusal = { readonly status: number; readonly text: string }

const isIpc = (path: string): boolean => path.startsWith('/ipc/')

/**
 * What every request must satisfy before it is looked at: it names this very address as its host (a foreign name that
 * resolves to loopback does not), comes from our own page or from the address bar, and uses a method the path knows.
 */
export function refuseRequest(request: IncomingMessage, path: string, origin: string): Refusal | null {
  const { headers, method } = request
  if (`http://${headers.host ?? ''}` !== origin) return { status: 421, text: 'Wrong host.' }
  if (headers.origin !== undefined && headers.origin !== origin) return { status: 403, text: 'Wrong origin.' }
  const site = headers['sec-fetch-site']
  if (site !== undefined && site !== 'same-origin' && site !== 'none') return { status: 403, text: 'Wrong origin.' }
  if (isIpc(path)) {
    if (method !== 'POST') return { status: 405, text: 'POST only.' }
    if (headers.origin === undefined) return { status: 403, text: 'Wrong origin.' }
    return null
  }
  return method === 'GET' || method === 'HEAD' ? null : { status: 405, text: 'GET and HEAD only.' }
}
