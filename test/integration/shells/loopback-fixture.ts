import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { request as httpRequest, type IncomingHttpHeaders } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach } from 'vitest'
import { startLoopbackServer, type LoopbackServer } from '../../../electron/browser-shell/loopback-server'
import type { RefusalKind } from '../../../electron/browser-shell/refusal'
import { encodeMessage, wireMediaType } from '@shared/ipc/wire'

export type Answer = { status: number; headers: IncomingHttpHeaders; body: Buffer }
type Ask = { method?: string; headers?: Record<string, string>; body?: Uint8Array; host?: string }

// What the hooks below set up anew for every test.
export let folder: string
export let server: LoopbackServer
export let calls: { channel: string; input: unknown }[]
export let errors: unknown[]
export let refusals: RefusalKind[]
export let entered: number

/** A request as raw as a hostile program can make it: nothing normalises the path or sets headers. */
export const ask = (path: string, { method = 'GET', headers = {}, body, host }: Ask = {}): Promise<Answer> =>
  new Promise((resolve, reject) => {
    const { hostname, port } = new URL(server.origin)
    const request = httpRequest(
      { hostname, port, path, method, headers: { host: host ?? `${hostname}:${port}`, ...headers } },
      (response) => {
        const parts: Buffer[] = []
        response.on('data', (part: Buffer) => parts.push(part))
        response.on('end', () =>
          resolve({ status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(parts) }),
        )
      },
    )
    request.on('error', reject)
    request.end(body)
  })

/** Gives the code, as the hand-over page does unless `headers` say otherwise. */
export const give = (token: string, headers: Record<string, string> = {}) =>
  ask('/open', {
    method: 'POST',
    headers: { origin: 'null', 'content-type': 'application/x-www-form-urlencoded', ...headers },
    body: Buffer.from(`token=${encodeURIComponent(token)}`),
  })

/** Enters with the code and answers the cookie. */
export async function enter(): Promise<string> {
  const { headers } = await give(server.token)
  return headers['set-cookie']![0]!.split(';')[0]!
}

/** A call of the host as the page makes it, unless `more` says otherwise. */
export const call = (cookie: string, channel = 'draft:put', more: Ask = {}) =>
  ask(`/ipc/${channel}`, {
    method: 'POST',
    body: encodeMessage({ key: 'a', value: new Uint8Array([1, 2, 3]) }),
    ...more,
    headers: { cookie, origin: server.origin, 'content-type': wireMediaType, ...more.headers },
  })

/** A loopback server of its own for every test of a file. */
export function serveEachTest(): void {
  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), '联审 壳-'))
    const renderer = join(folder, 'renderer')
    mkdirSync(join(renderer, 'assets'), { recursive: true })
    writeFileSync(
      join(renderer, 'index.html'),
      '<!doctype html><meta property="csp-nonce" nonce="__style-nonce__"><title>联审</title>',
    )
    writeFileSync(join(renderer, 'assets', 'main-AbCd_123.js'), 'export {}')
    writeFileSync(join(folder, 'secret.txt'), 'not for you')
    symlinkSync(join(folder, 'secret.txt'), join(renderer, 'link.txt'))
    calls = []
    errors = []
    refusals = []
    entered = 0
    server = await startLoopbackServer({
      port: 0,
      rendererFolder: renderer,
      maxBodyBytes: 100_000,
      logError: (_message, error) => errors.push(error),
      logRefusal: (kind) => refusals.push(kind),
      onEntered: () => (entered += 1),
      invoke: async (channel, input) => {
        calls.push({ channel, input })
        if (channel === 'journal:get-status') throw new Error('a bug')
        return { ok: true, value: { bytes: new Uint8Array([9, 8]), channel } }
      },
    })
  })

  afterEach(async () => {
    await server.close()
    rmSync(folder, { recursive: true, force: true })
  })
}
