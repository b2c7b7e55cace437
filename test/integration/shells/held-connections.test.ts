import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { Agent, request } from 'node:http'
import { fileURLToPath } from 'node:url'
import { afterEach, describe, expect, it } from 'vitest'
import { encodeMessage, wireMediaType } from '@shared/ipc/wire'
import { enter, errors, server, serveEachTest } from './loopback-fixture'

serveEachTest()

const others: ChildProcess[] = []
afterEach(() => {
  for (const child of others.splice(0)) child.kill('SIGKILL')
})

/** Starts the other user's program and waits until all of its connections stood once. */
async function hold(way: string, count: number): Promise<void> {
  const program = fileURLToPath(new URL('./hold-connections.ts', import.meta.url))
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
      for (let round = 0; round < 10; round += 1) {
        answers.push(...(await Promise.all([call(cookie, false), call(cookie, kept), call(cookie, kept)])))
      }
      expect(answers).toEqual(answers.map(() => 200))
      kept.destroy()
      expect(errors).toEqual([])
    },
    120_000,
  )

  it('(2,000 that come again at once when they are closed) a desk is entered and its page answered', async () => {
    await hold('idle', 2000)
    const cookie = await enter()
    const answers: number[] = []
    for (let round = 0; round < 20; round += 1) answers.push(await call(cookie, false))
    expect(answers).toEqual(answers.map(() => 200))
  }, 120_000)
})
