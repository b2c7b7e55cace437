import { createServer, type IncomingMessage, type Server } from 'node:http'
import { type AddressInfo } from 'node:net'
import type { Page } from '@playwright/test'

/** A page of somebody else on this computer; it writes down what it is told. */
export async function serveEvil(html: string): Promise<{ server: Server; port: number; told: IncomingMessage[] }> {
  const told: IncomingMessage[] = []
  const server = createServer((request, response) => {
    told.push(request)
    response.setHeader('content-type', 'text/html; charset=utf-8').end(html)
  })
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  return { server, port: (server.address() as AddressInfo).port, told }
}

/** Everything a page can try against an address whose port it knows. Answers what came of each, by name. */
export async function attack(page: Page, origin: string): Promise<Record<string, string>> {
  return page.evaluate(async (target) => {
    const outcome: Record<string, string> = {}
    const timeout = <T>(work: Promise<T>): Promise<T | string> =>
      Promise.race([work, new Promise<string>((done) => setTimeout(() => done('silence'), 2000))])
    const note = async (name: string, work: () => Promise<unknown>) => {
      outcome[name] = await timeout(work().then(String, () => 'refused')).then(String)
    }
    const read = async (path: string, init?: RequestInit) => {
      const response = await fetch(`${target}${path}`, init)
      return response.type === 'opaque' ? 'opaque' : `read ${response.status} ${await response.text()}`
    }
    const element = (tag: 'img' | 'script' | 'iframe', path: string) =>
      new Promise<string>((done) => {
        const made = document.createElement(tag)
        made.addEventListener('load', () => {
          if (tag !== 'iframe') return done('loaded')
          try {
            done(`text ${(made as HTMLIFrameElement).contentDocument?.body.textContent ?? 'none'}`)
          } catch {
            done('refused')
          }
        })
        made.addEventListener('error', () => done('refused'))
        made.setAttribute('src', `${target}${path}`)
        document.body.append(made)
      })
    const call = { method: 'POST', body: 'x' }
    await note('fetch', () => read('/'))
    await note('fetch with cookies', () => read('/', { credentials: 'include' }))
    await note('fetch without cors', () => read('/', { mode: 'no-cors', credentials: 'include' }))
    await note('call', () => read('/ipc/app:get-status', call))
    await note('call as our media type', () =>
      read('/ipc/app:get-status', { ...call, headers: { 'content-type': 'application/x-lianshen-wire' } }),
    )
    await note('call without cors', () =>
      read('/ipc/profile:lock', { ...call, mode: 'no-cors', credentials: 'include' }),
    )
    await note('beacon', () => Promise.resolve(navigator.sendBeacon(`${target}/ipc/profile:lock`, 'x') ? 'sent' : 'no'))
    await note('image', () => element('img', '/'))
    await note('script', () => element('script', '/assets/index.js'))
    await note('frame', () => element('iframe', '/'))
    await note('frame of the entrance', () => element('iframe', '/open'))
    await note(
      'events',
      () =>
        new Promise((done) => {
          const source = new EventSource(`${target}/`, { withCredentials: true })
          source.onmessage = () => done('message')
          source.onerror = () => done('refused')
        }),
    )
    await note(
      'socket',
      () =>
        new Promise((done) => {
          const socket = new WebSocket(target.replace('http', 'ws'))
          socket.onopen = () => done('open')
          socket.onerror = () => done('refused')
        }),
    )
    await note('window', async () => {
      const other = window.open(`${target}/`, '_blank')
      if (other === null) return 'refused'
      const heard = new Promise<string>((done) => {
        addEventListener('message', ({ data }) => done(`heard ${String(data)}`))
        setTimeout(() => done('silence'), 1500)
      })
      await new Promise((done) => setTimeout(done, 700))
      other.postMessage('who are you', '*')
      try {
        return `text ${other.document.body.textContent}`
      } catch {
        return await heard
      }
    })
    await note(
      'form',
      () =>
        new Promise((done) => {
          const frame = document.createElement('iframe')
          frame.name = 'into'
          document.body.append(frame)
          const form = document.createElement('form')
          form.method = 'post'
          form.enctype = 'text/plain'
          form.target = 'into'
          form.action = `${target}/ipc/profile:lock`
          document.body.append(form)
          frame.addEventListener('load', () => done('answered'))
          form.submit()
        }),
    )
    return outcome
  }, origin)
}
