import type { Page, Request } from '@playwright/test'
import type { IpcChannel, IpcInput, IpcOutput, IpcReply } from '@shared/ipc/contract'
import { decodeMessage, encodeMessage } from '@shared/ipc/wire'
import { pageIdOf } from '../../helpers/page-id-of'
import type { Line } from '../desk/ledger'

/** What the page itself asked of the host, and what the host acknowledged to it. */
export type Traffic = {
  readonly lines: readonly Line[]
  /** Whether every record was read again from the first: the database was built anew. */
  readonly hasRebuilt: () => boolean
  /** Every answer that reached the page is in `lines`. */
  readonly settled: () => Promise<void>
}

/** Listens to the calls of a page from now on. */
export function watchTraffic(page: Page): Traffic {
  const lines: Line[] = []
  const pending = new Set<Promise<void>>()
  const lastAsked = new Map<string, Request>()
  let rebuilt = false
  page.on('request', (request) => {
    const channel = channelOf(request)
    if (channel === 'journal:read') {
      const { after, limit } = inputOf<'journal:read'>(request)
      if (after === 0 && limit > 1) rebuilt = true
    }
    if (channel === 'journal:append' || channel === 'bundle:commit') lines.push({ kind: 'asked-records', count: 100 })
    if (channel === 'draft:put' || channel === 'draft:delete') {
      const draft = draftOf(request, channel)
      lastAsked.set(draft.key, request)
      lines.push({ kind: 'asked-draft', ...draft })
    }
  })
  page.on('requestfinished', (request) => {
    const channel = channelOf(request)
    const heard = async (): Promise<void> => {
      if (channel === 'journal:append' || channel === 'bundle:commit') {
        const output = await outputOf<'journal:append' | 'bundle:commit'>(request)
        if (output?.kind === 'done') lines.push({ kind: 'records', ids: output.records.map(({ id }) => id) })
      } else if (channel === 'draft:put' || channel === 'draft:delete') {
        const draft = draftOf(request, channel)
        const output = await outputOf<'draft:put' | 'draft:delete'>(request)
        // Asked for again meanwhile: either may be there.
        if (output?.kind === 'done' && lastAsked.get(draft.key) === request) lines.push({ kind: 'draft', ...draft })
      }
    }
    const hearing = heard().finally(() => pending.delete(hearing))
    pending.add(hearing)
  })
  return {
    lines,
    hasRebuilt: () => rebuilt,
    settled: async () => {
      await Promise.all(pending)
    },
  }
}

/** Asks the host through the page, with the page's own right to ask. @throws Error if the call broke */
export async function askHost<C extends IpcChannel>(page: Page, channel: C, input: IpcInput<C>): Promise<IpcOutput<C>> {
  const answer = await page.evaluate(
    async ({ path, message, id }) => {
      const response = await fetch(path, {
        method: 'POST',
        headers: { 'content-type': 'application/x-lianshen-wire', 'x-lianshen-page': id },
        body: Uint8Array.from(atob(message), (letter) => letter.charCodeAt(0)),
        credentials: 'same-origin',
      })
      const bytes = new Uint8Array(await response.arrayBuffer())
      let text = ''
      for (let at = 0; at < bytes.length; at += 30_000) text += String.fromCharCode(...bytes.subarray(at, at + 30_000))
      return btoa(text)
    },
    {
      path: `/ipc/${channel}`,
      message: Buffer.from(encodeMessage(input)).toString('base64'),
      id: await pageIdOf(page),
    },
  )
  const reply = decodeMessage(new Uint8Array(Buffer.from(answer, 'base64'))) as IpcReply<IpcOutput<C>>
  if (!reply.ok) throw new Error(`${channel}: ${reply.code} ${reply.message}`)
  return reply.value
}

const channelOf = (request: Request): string | null => /\/ipc\/([\w:-]+)$/u.exec(request.url())?.[1] ?? null

const inputOf = <C extends IpcChannel>(request: Request): IpcInput<C> =>
  decodeMessage(new Uint8Array(request.postDataBuffer() ?? Buffer.alloc(0))) as IpcInput<C>

/** Null if the answer did not reach the page whole. */
async function outputOf<C extends IpcChannel>(request: Request): Promise<IpcOutput<C> | null> {
  const body = await request
    .response()
    .then((response) => response?.body() ?? null)
    .catch(() => null)
  if (body === null) return null
  const reply = decodeMessage(new Uint8Array(body)) as IpcReply<IpcOutput<C>>
  return reply.ok ? reply.value : null
}

function draftOf(request: Request, channel: 'draft:put' | 'draft:delete'): { key: string; value: unknown } {
  if (channel === 'draft:delete') return { key: inputOf<'draft:delete'>(request).key, value: null }
  const { key, value } = inputOf<'draft:put'>(request)
  return { key, value: value ?? null }
}
