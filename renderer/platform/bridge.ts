import { decodeMessage, encodeMessage, pageHeader, wireMediaType } from '@shared/ipc/wire'
import type { Bridge, HostError, IpcChannel, IpcInput, IpcOutput, IpcReply } from '@shared/ipc/contract'
import { HostCallError, HostFailure } from './host-failure'
import { pageId } from './page-id'

declare global {
  interface Window {
    /** Set by the preload in Electron; absent in the browser shell. */
    readonly bridge?: Bridge
  }
}

let isLeaving = false
/** The page is going: what it says from now on must arrive all the same. */
export function outlivePage(): void {
  isLeaving = true
}
/** Browsers let 64 KiB of all calls together outlive their page. */
const mostKeptAlive = 60_000

/** The browser shell speaks the same contract over HTTP on loopback. */
const httpBridge: Bridge = {
  invoke: async (channel, input, page) => {
    const body = encodeMessage(input)
    const response = await fetch(`/ipc/${channel}`, {
      method: 'POST',
      headers: { 'content-type': wireMediaType, [pageHeader]: page },
      body,
      credentials: 'same-origin',
      keepalive: isLeaving && body.length <= mostKeptAlive,
    })
    return decodeMessage(new Uint8Array(await response.arrayBuffer())) as IpcReply<IpcOutput<typeof channel>>
  },
}

let underWay = 0

/**
 * Asked again and again by the page itself: no sign of a person. (Typing is one; writing it again to a full disk is
 * not.)
 */
const asksByItself: ReadonlySet<IpcChannel> = new Set<IpcChannel>([
  'exchange:list',
  'app:get-status',
  'journal:check-status',
  'draft:put',
  'desk:claim',
  'desk:watch',
  'desk:release',
])

/** Calls of a person's work that the host has not answered yet. */
export const callsUnderWay = (): number => underWay

const refusalListeners = new Set<(error: HostError) => void>()

/** Tells of every expected failure that the host answers with. @returns what ends it */
export function onRefused(listener: (error: HostError) => void): () => void {
  refusalListeners.add(listener)
  return () => refusalListeners.delete(listener)
}

const deniedListeners = new Set<() => void>()

/** Tells when the host refused a call because another page has the desk. @returns what ends it */
export function onDenied(listener: () => void): () => void {
  deniedListeners.add(listener)
  return () => deniedListeners.delete(listener)
}

/** Calls the host. @throws HostCallError if the call itself failed. */
export async function callHost<C extends IpcChannel>(channel: C, input: IpcInput<C>): Promise<IpcOutput<C>> {
  const bridge = window.bridge ?? httpBridge
  let reply: IpcReply<IpcOutput<C>>
  const weight = asksByItself.has(channel) ? 0 : 1
  underWay += weight
  try {
    reply = await bridge.invoke(channel, input, pageId)
  } catch (error) {
    throw new HostCallError('unreachable', channel, String(error))
  } finally {
    underWay -= weight
  }
  if (!reply.ok) {
    if (reply.code === 'not-writer') for (const listener of deniedListeners) listener()
    throw new HostCallError(reply.code, channel, reply.message)
  }
  if (isFailed(reply.value)) for (const listener of refusalListeners) listener(reply.value.error)
  return reply.value
}

type Failed = { readonly kind: 'failed'; readonly error: HostError }

/** Unwraps a `done | failed` answer. @throws HostFailure, whose sentence is `error.<code>`. */
export function done<T extends { readonly kind: string }>(answer: T | Failed): Exclude<T, Failed> {
  if (isFailed(answer)) throw new HostFailure(answer.error)
  return answer as Exclude<T, Failed>
}

const isFailed = (answer: unknown): answer is Failed =>
  typeof answer === 'object' && answer !== null && 'kind' in answer && answer.kind === 'failed'
