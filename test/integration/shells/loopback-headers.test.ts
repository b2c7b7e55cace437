import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { wireMediaType } from '@shared/ipc/wire'
import { expectedHeaders, expectedPageHeaders, nonceOf } from '../../helpers/served-headers'
import { ask, call, enter, give, server, serveEachTest, type Answer } from './loopback-fixture'

serveEachTest()

describe('the headers of every answer', () => {
  /** All but what Node itself says of the connection and the length. */
  const said = ({ headers }: Answer): Record<string, unknown> => {
    const ofTransport = ['connection', 'content-length', 'date', 'keep-alive', 'transfer-encoding']
    return Object.fromEntries(Object.entries(headers).filter(([name]) => !ofTransport.includes(name)))
  }
  const text = 'text/plain; charset=utf-8'
  const html = 'text/html; charset=utf-8'

  it('of the page are the written list and a nonce that no other answer has', async () => {
    const cookie = await enter()
    const [first, second] = [await ask('/', { headers: { cookie } }), await ask('/', { headers: { cookie } })]
    for (const page of [first, second]) {
      const nonce = nonceOf(page.body.toString())
      expect(nonce).not.toBe('')
      const more = { 'cache-control': 'no-store', 'content-type': html }
      expect(said(page)).toEqual({ ...expectedPageHeaders(nonce), ...more })
    }
    expect(nonceOf(first.body.toString())).not.toBe(nonceOf(second.body.toString()))
  })

  it('of files, calls and refusals are the written list, and what kind of answer it is', async () => {
    const cookie = await enter()
    const own = { headers: { cookie } }
    const file = {
      'cache-control': 'private, max-age=31536000, immutable',
      'content-type': 'text/javascript; charset=utf-8',
    }
    const unkept = { 'cache-control': 'no-store' }
    const answers: [Answer, number, Record<string, string>][] = [
      [await ask('/assets/main-AbCd_123.js', own), 200, file],
      [await call(cookie), 200, { ...unkept, 'content-type': wireMediaType }],
      [await call(cookie, 'journal:get-status'), 500, { ...unkept, 'content-type': text }],
      [await ask('/nothing.js', own), 404, { ...unkept, 'content-type': text }],
      [await ask('/', { ...own, method: 'PUT' }), 405, { ...unkept, 'content-type': text }],
      [await ask('/'), 403, { ...unkept, 'content-type': text }],
      [await ask('/', { host: 'evil.example' }), 421, { ...unkept, 'content-type': text }],
    ]
    for (const [answer, status, more] of answers) {
      expect(answer.status).toBe(status)
      expect(said(answer), String(status)).toEqual({ ...expectedHeaders, ...more })
    }
  })

  it('of the entrance let a form be sent to ourselves, its own style sheet count, and nothing else', async () => {
    const sheet = /<style>(.*)<\/style>/u.exec((await ask('/open')).body.toString())?.[1] ?? ''
    const hash = createHash('sha256').update(sheet).digest('base64')
    const policy =
      `default-src 'none'; style-src 'sha256-${hash}'; ` + "base-uri 'none'; form-action 'self'; frame-ancestors 'none'"
    for (const path of ['/open', '/entered']) {
      expect(said(await ask(path)), path).toEqual({
        ...expectedHeaders,
        'content-security-policy': policy,
        'cache-control': 'no-store',
        'content-type': html,
      })
    }
  })

  it('of the way in name nothing but the cookie and the next page', async () => {
    const { 'set-cookie': cookies, ...rest } = said(await give(server.token))
    expect(cookies).toHaveLength(1)
    expect(rest).toEqual({ ...expectedHeaders, 'cache-control': 'no-store', location: '/entered' })
  })
})
