import { existsSync, readFileSync, statSync } from 'node:fs'
import { connect, createServer } from 'node:net'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { PortTakenError, startLoopbackServer } from '../../../electron/browser-shell/loopback-server'
import { writeHandOver } from '../../../electron/browser-shell/entrance'
import { createSession } from '../../../electron/browser-shell/session'
import { decodeMessage, encodeMessage, wireMediaType } from '@shared/ipc/wire'
import {
  ask,
  call,
  calls,
  enter,
  entered,
  errors,
  folder,
  give,
  refusals,
  server,
  serveEachTest,
  type Answer,
} from './loopback-fixture'

serveEachTest()

describe('the one-time code', () => {
  it('gives a strict, script-proof cookie once and leads to the page', async () => {
    const first = await give(server.token)
    expect(first.status).toBe(303)
    expect(first.headers.location).toBe('/entered')
    expect(first.headers['set-cookie']![0]).toMatch(/^lianshen-\d+=[\w-]{43}; Path=\/; HttpOnly; SameSite=Strict$/u)
    expect((await ask('/entered')).body.toString()).toContain('url=/"')
    expect(entered).toBe(1)
    const again = await give(server.token)
    expect(again.status).toBe(403)
    expect(again.headers['set-cookie']).toBeUndefined()
    expect(again.body.toString()).toContain('npm start')
    expect(refusals).toEqual(['wrong token'])
  })

  it('is asked for by a page that says nothing of the desk, and is in no address', async () => {
    const { status, body } = await ask('/open')
    expect(status).toBe(200)
    expect(body.toString()).not.toContain(server.token)
    expect(server.entrance).toBe(`${server.origin}/open`)
    expect((await ask(`/open?token=${server.token}`)).headers['set-cookie']).toBeUndefined()
    expect((await give(server.token)).status).toBe(303)
  })

  it.each(['', 'guess', '联审', 'x'.repeat(2000)])('is not "%s"', async (wrong) => {
    expect((await give(wrong)).status).toBe(403)
    expect((await give(server.token)).status).toBe(303)
  })

  it('is not locked out by ten thousand wrong ones of others', async () => {
    const wrong = async (first: number): Promise<void> => {
      for (let guess = first; guess < first + 500; guess += 1) expect((await give(`guess ${guess}`)).status).toBe(403)
    }
    await Promise.all(Array.from({ length: 20 }, (_, index) => wrong(index * 500)))
    expect((await give(server.token)).status).toBe(303)
    expect(refusals).toEqual(['wrong token'])
  }, 60_000)

  it('is worth nothing after ten minutes', () => {
    let now = 0
    const fresh = createSession(20_000, () => now)
    now = 600_000
    expect(fresh.redeem(fresh.token)).toMatch(/^lianshen-20000=/u)
    const late = createSession(20_000, () => now)
    now += 600_001
    expect(late.redeem(late.token)).toBeNull()
  })

  it.each<Record<string, string>>([
    { origin: 'http://evil.example' },
    { origin: 'http://127.0.0.1:9' },
    { 'sec-fetch-dest': 'iframe' },
    { 'sec-fetch-dest': 'empty', 'sec-fetch-mode': 'no-cors' },
    { 'content-type': 'text/plain' },
  ])('is not taken from another page, a frame or a script: %j', async (headers) => {
    expect((await give(server.token, headers)).status).toBe(403)
    expect(entered).toBe(0)
  })

  it('is brought by a page that its user alone may read, and that is gone when it was used', () => {
    const place = join(folder, '浏览器')
    const { address, remove } = writeHandOver(place, server)
    const path = fileURLToPath(address)
    expect(address).not.toContain(server.token)
    expect(readFileSync(path, 'utf8')).toContain(server.token)
    if (process.platform !== 'win32') {
      expect([statSync(place).mode & 0o777, statSync(path).mode & 0o777]).toEqual([0o700, 0o600])
    }
    remove()
    expect(existsSync(path)).toBe(false)
  })
})

describe('a page without the cookie', () => {
  it.each(['/', '/assets/main-AbCd_123.js', '/nothing'])('gets nothing of %s', async (path) => {
    expect((await ask(path)).status).toBe(403)
  })

  it('cannot call the host', async () => {
    expect((await call('')).status).toBe(403)
    expect((await call('lianshen-1=x; other=y')).status).toBe(403)
    expect(calls).toEqual([])
  })
})

describe('a request under a foreign name or from a foreign page', () => {
  it.each(['evil.example', 'evil.example:80', 'localhost', '127.0.0.1', '127.0.0.1:1', '[::1]:80'])(
    'is refused with host "%s": a name that resolves to loopback is not us',
    async (host) => {
      const cookie = await enter()
      expect((await ask('/', { host, headers: { cookie } })).status).toBeGreaterThanOrEqual(400)
      expect((await call(cookie, 'draft:put', { host })).status).toBeGreaterThanOrEqual(400)
      expect(calls).toEqual([])
    },
  )

  it.each(['http://evil.example', 'null', 'http://localhost', 'https://127.0.0.1'])(
    'is refused with origin %s, cookie or not',
    async (origin) => {
      const cookie = await enter()
      expect((await call(cookie, 'draft:put', { headers: { origin } })).status).toBe(403)
      expect((await ask('/', { headers: { cookie, origin } })).status).toBe(403)
      expect(calls).toEqual([])
    },
  )

  it('is refused on another port of this computer: same site is not same origin', async () => {
    const cookie = await enter()
    const other = server.origin.replace(/\d+$/u, '9')
    expect((await call(cookie, 'draft:put', { headers: { origin: other } })).status).toBe(403)
    expect((await ask('/', { headers: { cookie, 'sec-fetch-site': 'same-site' } })).status).toBe(403)
  })

  it('is refused without an origin when it calls the host', async () => {
    const cookie = await enter()
    const answer = await ask('/ipc/draft:put', {
      method: 'POST',
      headers: { cookie, 'content-type': wireMediaType },
      body: encodeMessage({}),
    })
    expect(answer.status).toBe(403)
    expect(calls).toEqual([])
  })
})

describe('files', () => {
  it('are answered with the policy, kept only when their name carries their hash', async () => {
    const cookie = await enter()
    const page = await ask('/', { headers: { cookie } })
    expect(page.status).toBe(200)
    expect(page.headers['content-type']).toBe('text/html; charset=utf-8')
    expect(page.headers['cache-control']).toBe('no-store')
    const script = await ask('/assets/main-AbCd_123.js', { headers: { cookie } })
    expect(script.headers['content-type']).toBe('text/javascript; charset=utf-8')
    expect(script.headers['cache-control']).toContain('immutable')
    const head = await ask('/', { method: 'HEAD', headers: { cookie } })
    expect([head.status, head.body.length, head.headers['content-length']]).toEqual([200, 0, String(page.body.length)])
  })

  it.each([
    '/../secret.txt',
    '/assets/../../secret.txt',
    '/..%2fsecret.txt',
    '/%2e%2e/secret.txt',
    '/%2e%2e%2fsecret.txt',
    '/..%5csecret.txt',
    '/..\\secret.txt',
    '//../secret.txt',
    '/./../secret.txt',
    '/link.txt',
    '/index.html%00.png',
    '/%ff',
    '/assets',
    '/assets/',
    'secret.txt',
    '/C:/secret.txt',
  ])('outside the folder are not there: %s', async (path) => {
    const cookie = await enter()
    const answer = await ask(path, { headers: { cookie } })
    expect([400, 404]).toContain(answer.status)
    expect(answer.body.toString()).not.toContain('not for you')
  })

  it.each(['POST', 'PUT', 'DELETE', 'OPTIONS', 'PATCH'])('answer no %s', async (method) => {
    const cookie = await enter()
    expect((await ask('/', { method, headers: { cookie } })).status).toBe(405)
  })
})

describe('a call of the host', () => {
  it('carries bytes both ways', async () => {
    const cookie = await enter()
    const answer = await call(cookie)
    expect(answer.status).toBe(200)
    expect(answer.headers['content-type']).toBe(wireMediaType)
    expect(decodeMessage(new Uint8Array(answer.body))).toEqual({
      ok: true,
      value: { bytes: new Uint8Array([9, 8]), channel: 'draft:put' },
    })
    expect(calls).toEqual([{ channel: 'draft:put', input: { key: 'a', value: new Uint8Array([1, 2, 3]) } }])
  })

  it.each(['draft:unknown', '__proto__', 'constructor', 'draft%3Aput', '', 'a/b'])(
    'by an unknown name goes nowhere: %s',
    async (channel) => {
      const cookie = await enter()
      expect((await call(cookie, channel)).status).toBe(404)
      expect(calls).toEqual([])
    },
  )

  it.each(['GET', 'HEAD', 'PUT', 'OPTIONS'])('is not made by %s', async (method) => {
    const cookie = await enter()
    expect((await ask('/ipc/draft:put', { method, headers: { cookie, origin: server.origin } })).status).toBe(405)
  })

  it.each(['text/plain', 'application/json', 'multipart/form-data'])('is not made by a form: %s', async (type) => {
    const cookie = await enter()
    expect((await call(cookie, 'draft:put', { headers: { 'content-type': type } })).status).toBe(415)
  })

  it('that is no message is refused', async () => {
    const cookie = await enter()
    expect((await call(cookie, 'draft:put', { body: Buffer.from('{}') })).status).toBe(400)
    expect(calls).toEqual([])
  })

  it('over the limit is refused whether it says its length or not, and the server lives on', async () => {
    const cookie = await enter()
    const big = encodeMessage({ bytes: new Uint8Array(100_001) })
    const tooBig = async (headers: Record<string, string>) => {
      const answer = await call(cookie, 'draft:put', { body: big, headers }).catch((error: unknown) => error)
      // The server may hang up while the rest is still being sent: that is a refusal, too.
      if (!(answer instanceof Error)) expect((answer as Answer).status).toBe(413)
    }
    await tooBig({ 'content-length': String(big.length) })
    await tooBig({ 'transfer-encoding': 'chunked' })
    expect(calls).toEqual([])
    expect((await call(cookie)).status).toBe(200)
  })

  it('that fails by a bug answers 500, is logged, and the server lives on', async () => {
    const cookie = await enter()
    expect((await call(cookie, 'journal:get-status')).status).toBe(500)
    expect(errors).toHaveLength(1)
    expect((await call(cookie)).status).toBe(200)
  })
})

describe('the port', () => {
  it('is bound on loopback only', async () => {
    const { port } = new URL(server.origin)
    await expect(
      new Promise((resolve, reject) => {
        const socket = connect({ host: '127.0.0.2', port: Number(port) }, () => resolve('open'))
        socket.on('error', reject)
      }),
    ).rejects.toThrow()
  })

  it('that is taken is said by its number', async () => {
    const other = createServer()
    const port = await new Promise<number>((resolve) =>
      other.listen(0, '127.0.0.1', () => resolve((other.address() as { port: number }).port)),
    )
    const attempt = startLoopbackServer({
      port,
      rendererFolder: folder,
      invoke: async () => ({ ok: true, value: null }),
      logError: () => undefined,
      logRefusal: () => undefined,
    })
    await expect(attempt).rejects.toThrow(PortTakenError)
    await expect(attempt).rejects.toMatchObject({ port })
    other.close()
  })
})

describe('a database that the page can neither open nor delete', () => {
  it('is deleted by the browser at the word of one channel, and of no other', async () => {
    const cookie = await enter()
    const discard = await call(cookie, 'profile:discard-database')
    expect(discard.headers['clear-site-data']).toBe('"storage"')
    expect((await call(cookie)).headers['clear-site-data']).toBeUndefined()
    expect((await call('lianshen=0', 'profile:discard-database')).headers['clear-site-data']).toBeUndefined()
  })
})
