import { readFile } from 'node:fs/promises'
import { protocol, type Session } from 'electron'
import { securityHeaders } from '../shell/content-security-policy'
import { findRendererFile } from '../shell/renderer-files'
import { readPage } from '../shell/served-page'

/** IndexedDB belongs to the origin: this one, from the first day, never `file://`. */
export const appOrigin = 'app://lianshen'

/** To be called before the app is ready. */
export function registerAppScheme(): void {
  protocol.registerSchemesAsPrivileged([
    {
      scheme: 'app',
      privileges: { standard: true, secure: true, supportFetchAPI: true, stream: true, codeCache: true },
    },
  ])
}

const plain = (status: number, text: string): Response =>
  new Response(text, { status, headers: { ...securityHeaders, 'content-type': 'text/plain; charset=utf-8' } })

/** Answers one request of the app scheme from the renderer's folder; any other host, method or path is refused. */
export async function answerAppRequest(request: Request, rendererFolder: string): Promise<Response> {
  if (request.method !== 'GET' && request.method !== 'HEAD') return plain(405, 'GET and HEAD only.')
  if (!request.url.startsWith(`${appOrigin}/`)) return plain(404, 'Not found.')
  const path = request.url.slice(appOrigin.length).split(/[?#]/u, 1)[0] ?? '/'
  const file = await findRendererFile(rendererFolder, path)
  if (file === null) return plain(404, 'Not found.')
  const page = await readPage(file)
  const body = page?.body ?? new Uint8Array(await readFile(file.path))
  return new Response(request.method === 'HEAD' ? null : body, {
    headers: {
      ...securityHeaders,
      ...(page === null ? {} : { 'content-security-policy': page.policy }),
      'content-type': file.mediaType,
      'content-length': String(body.length),
    },
  })
}

/** Serves the app scheme to one session. */
export function serveApp(session: Session, rendererFolder: string): void {
  session.protocol.handle('app', (request) => answerAppRequest(request, rendererFolder))
}
