import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { Agent, request } from 'node:http'
import { resolve } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { encodeMessage, wireMediaType } from '@shared/ipc/wire'
import { enter, errors, give, server, serveEachTest } from './loopback-fixture'

serveEachTest()

const others: ChildProcess[] = []
afterEach(() => {
  for (const child of others.splice(0)) child.kill('SIGKILL')
})

/** Starts the other user's program and waits until all of its connections stood once. */
async function hold(way: string, count: number): Promise<void> {
  const program = resolve(import.meta.dirname, 'hold-connections.ts')
  const args = ['--import', 'tsx', program, new URL(server.origin).port, way, String(count)]
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] })
  others.push(child)
  await once(child.stdout, 'data')
}

/** A call of the page over a connection of its own, or over one that it keeps. */
const call = (cookie: string, agent: Agent | false): Promise<number> =>
  new Promise((done, failed) => {
    const { hostname, port } = new URL(server.origin)
    const headers = { cookie, origin: server.origin, 'content-type': wireMediaType }
    const sent = request({ hostname, port, path: '/ipc/draft:put', method: 'POST', headers, agent }, (response) => {
      response.resume()
      response.on('end', () => done(response.statusCode ?? 0))
    })
    sent.on('error', failed)
    sent.end(encodeMessage({ key: 'a', value: new Uint8Array(50_000) }))
  })

describe('while another user of the computer holds connections', () => {
  it.each(['idle', 'slow head', 'slow body', 'slow call', 'keep alive', 'half open', 'flood'])(
    '(400, %s) every call of the page is answered, on new connections and on kept ones',
    async (way) => {
      const cookie = await enter()
      const kept = new Agent({ keepAlive: true, maxSockets: 6 })
      expect(await call(cookie, kept)).toBe(200)
      await hold(way, 400)
      const answers: number[] = []
      for (let round = 0; round < 30; round += 1) {
        answers.push(...(await Promise.all([call(cookie, false), call(cookie, kept), call(cookie, kept)])))
      }
      expect(answers).toEqual(answers.map(() => 200))
      kept.destroy()
      expect(errors).toEqual([])
    },
    40_000,
  )

  it('(2,000 idle ones, many more than are let in) a desk is still entered', async () => {
    await hold('idle', 2000)
    expect((await give('guess')).status).toBe(403)
    const cookie = await enter()
    expect(await call(cookie, false)).toBe(200)
  }, 40_000)
})
