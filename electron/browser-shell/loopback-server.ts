import { createReadStream } from 'node:fs'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { type AddressInfo } from 'node:net'
import { pipeline } from 'node:stream/promises'
import { isIpcChannel } from '@shared/ipc/channels'
import { type IpcChannel, type IpcReply } from '@shared/ipc/contract'
import { pageIdSchema } from '@shared/ipc/desk-hold'
import { decodeMessage, encodeMessage, pageHeader, wireMediaType } from '@shared/ipc/wire'
import { entrancePolicy, securityHeaders } from '../shell/content-security-policy'
import { findRendererFile } from '../shell/renderer-files'
import { readPage } from '../shell/served-page'
import { codeForm, enteredPage, entranceStyleHash } from './entrance'
import { keepConnections } from './connections'
import { readBody } from './read-body'
import { entrancePaths, refuseRequest, type Refusal, type RefusalKind } from './refusal'
import { createSession } from './session'

const maxBodyBytes = 512 * 1024 * 1024

const spentText =
  '一次性口令不对、已用过或已过期，或本次启动已结束。请关闭此页，重新运行 npm start。\n' +
  'The one-time code is wrong, used or too old, or this launch has ended. Close this page and run npm start again.'
const noSession: Refusal = { status: 403, text: spentText, kind: 'no session' }
const spent: Refusal = { status: 403, text: spentText, kind: 'wrong token' }
const notFound: Refusal = { status: 404, text: 'Not found.' }

const tooLarge: Refusal = { status: 413, text: '单次内容超过 512 MB。\nMore than 512 MB in one call.' }

/** Null once the answer is given. */
type Refused = Refusal | null

/** Which page calls, and whether it still waits for its answer. */
export type Caller = { readonly page: string | null; readonly gone: AbortSignal }

type Options = {
  /** 0 takes any free port (tests). */
  readonly port: number
  readonly rendererFolder: string
  readonly invoke: (channel: IpcChannel, input: unknown, caller: Caller) => Promise<IpcReply<unknown>>
  readonly logError: (message: string, error: unknown) => void
  /** Told of the first refusal of each kind. */
  readonly logRefusal: (kind: RefusalKind) => void
  /** Once the one-time code was given: it is worth nothing any more. */
  readonly onEntered?: () => void
  /** Bytes of one call, 512 MiB unless a test says less. */
  readonly maxBodyBytes?: number
}

export type LoopbackServer = {
  /** `http://127.0.0.1:<port>` */
  readonly origin: string
  /** Where a person gives the code; the address tells nobody anything. */
  readonly entrance: string
  /** Opens the desk once, within ten minutes. */
  readonly token: string
  readonly close: () => Promise<void>
}

/** The header by which our page says which one it is. */
const pageOf = ({ headers }: IncomingMessage): string | null => {
  const named = headers[pageHeader]
  return typeof named === 'string' && pageIdSchema.safeParse(named).success ? named : null
}

/** The port is taken by another program, or by this profile being open already. */
export class PortTakenError extends Error {
  override readonly name = 'PortTakenError'
  constructor(readonly port: number) {
    super(`port ${port} is taken`)
  }
}

/**
 * Serves the built renderer and the host's channels to one browser on this computer. Bound to 127.0.0.1 only; every
 * request must name this address, come from our own page and carry the cookie that the one-time code was changed for.
 * @throws PortTakenError
 */
export async function startLoopbackServer(options: Options): Promise<LoopbackServer> {
  const server = createServer({
    // Whoever sends a request drop by drop is let go: 10 s for its head, 5 min for 512 MiB over loopback.
    headersTimeout: 10_000,
    requestTimeout: 300_000,
    connectionsCheckingInterval: 2000,
    // Our page keeps its connections between two calls; those of others are closed with their answer.
    keepAliveTimeout: 120_000,
  })
  const connections = keepConnections(server)
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      reject(error.code === 'EADDRINUSE' || error.code === 'EACCES' ? new PortTakenError(options.port) : error)
    })
    server.listen(options.port, '127.0.0.1', resolve)
  })
  const { port } = server.address() as AddressInfo
  const origin = `http://127.0.0.1:${port}`
  const session = createSession(port, () => performance.now())
  const toldOf = new Set<RefusalKind>()

  const refuse = (request: IncomingMessage, response: ServerResponse, { status, text, kind }: Refusal): void => {
    if (kind !== undefined && !toldOf.has(kind)) {
      toldOf.add(kind)
      options.logRefusal(kind)
    }
    // What is still being sent is not read.
    if (!request.complete) response.setHeader('connection', 'close')
    response.writeHead(status, { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' }).end(text)
  }

  const answerCall = async (request: IncomingMessage, response: ServerResponse, channel: string): Promise<Refused> => {
    if (!isIpcChannel(channel)) return notFound
    if (request.headers['content-type'] !== wireMediaType) return { status: 415, text: wireMediaType }
    const body = await readBody(request, options.maxBodyBytes ?? maxBodyBytes)
    if (body === null) return tooLarge
    let input: unknown
    try {
      input = decodeMessage(body)
    } catch {
      return { status: 400, text: 'Not a wire message.' }
    }
    const leaving = new AbortController()
    response.once('close', () => {
      if (!response.writableFinished) leaving.abort()
    })
    const reply = await options.invoke(channel, input, { page: pageOf(request), gone: leaving.signal })
    // Nobody is there to hear it.
    if (response.destroyed) return null
    // The browser deletes what it stored for this address before it hands the answer to the page.
    if (channel === 'profile:discard-database' && reply.ok) response.setHeader('clear-site-data', '"storage"')
    response.writeHead(200, { 'content-type': wireMediaType, 'cache-control': 'no-store' }).end(encodeMessage(reply))
    return null
  }

  const answerFile = async (request: IncomingMessage, response: ServerResponse, path: string): Promise<Refused> => {
    const file = await findRendererFile(options.rendererFolder, path)
    if (file === null) return notFound
    const page = await readPage(file)
    if (page !== null) response.setHeader('content-security-policy', page.policy)
    response.writeHead(200, {
      'content-type': file.mediaType,
      'content-length': page?.body.length ?? file.size,
      'cache-control': file.immutable ? 'private, max-age=31536000, immutable' : 'no-store',
    })
    if (request.method === 'HEAD') response.end()
    else if (page !== null) response.end(page.body)
    else await pipeline(createReadStream(file.path), response)
    return null
  }

  const showEntrance = (response: ServerResponse, html: string): null => {
    response.writeHead(200, {
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': entrancePolicy(entranceStyleHash),
      'cache-control': 'no-store',
    })
    response.end(html)
    return null
  }

  const enter = async (request: IncomingMessage, response: ServerResponse): Promise<Refused> => {
    if (request.headers['content-type'] !== 'application/x-www-form-urlencoded') return spent
    const body = await readBody(request, 1000)
    const given = body === null ? null : new URLSearchParams(Buffer.from(body).toString('latin1')).get('token')
    const cookie = session.redeem(given ?? '')
    if (cookie === null) {
      await connections.pace()
      return spent
    }
    connections.own(request.socket)
    response.removeHeader('connection')
    options.onEntered?.()
    response
      .writeHead(303, { location: entrancePaths.entered, 'set-cookie': cookie, 'cache-control': 'no-store' })
      .end()
    return null
  }

  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<Refused> => {
    // Not `new URL`: it would fold `..` away before anybody could refuse it.
    const [path = '/'] = (request.url ?? '/').split('?', 1)
    const isOurs = session.admits(request.headers.cookie)
    if (isOurs) connections.own(request.socket)
    if (!connections.isOwn(request.socket)) {
      response.setHeader('connection', 'close')
      // Whoever brings the code is not kept waiting until it is known to be wrong.
      if (path !== entrancePaths.form || request.method !== 'POST') await connections.pace()
    }
    const refused = refuseRequest(request, path, origin)
    if (refused !== null) return refused
    if (path === entrancePaths.entered) return showEntrance(response, enteredPage())
    if (path === entrancePaths.form) {
      return request.method === 'POST' ? enter(request, response) : showEntrance(response, codeForm())
    }
    if (!isOurs) return noSession
    return path.startsWith('/ipc/')
      ? answerCall(request, response, path.slice('/ipc/'.length))
      : answerFile(request, response, path)
  }

  server.on('request', (request, response) => {
    for (const [name, value] of Object.entries(securityHeaders)) response.setHeader(name, value)
    answer(request, response).then(
      (refused) => {
        if (refused !== null) refuse(request, response, refused)
      },
      (error: unknown) => {
        // A browser that went away in the middle of a file is no error.
        if (response.destroyed) return
        options.logError('request failed', error)
        if (response.headersSent) response.destroy()
        else refuse(request, response, { status: 500, text: 'Failed.' })
      },
    )
  })

  return {
    origin,
    entrance: `${origin}${entrancePaths.form}`,
    token: session.token,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}
