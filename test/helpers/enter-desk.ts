import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { request, type IncomingMessage } from 'node:http'
import { decodeMessage, encodeMessage, pageHeader, wireMediaType } from '@shared/ipc/wire'

/** Where a desk of the browser shell is entered: what `--no-open` prints. */
export type Entrance = { readonly origin: string; readonly token: string }

/** Address and code in what the shell said, once both are there. */
export function entranceIn(said: string): Entrance | null {
  const match = /^(http:\/\/127\.0\.0\.1:\d+)\/open\n([\w-]{43})$/mu.exec(said)
  return match === null ? null : { origin: match[1]!, token: match[2]! }
}

/** Gives the code as the hand-over page does; answers the session's cookie. */
export async function enterDesk({ origin, token }: Entrance): Promise<string> {
  const asked = request(`${origin}/open`, {
    method: 'POST',
    headers: { origin: 'null', 'content-type': 'application/x-www-form-urlencoded' },
  })
  asked.end(`token=${token}`)
  const [response] = (await once(asked, 'response')) as [IncomingMessage]
  response.resume()
  const [cookie] = response.headers['set-cookie'] ?? []
  if (cookie === undefined) throw new Error(`the code was refused: ${String(response.statusCode)}`)
  return cookie.split(';')[0]!
}

/** The page that `callDesk` is. */
const page = randomUUID()

/** Calls a channel as the desk's page does, which asks for the desk when it needs it; answers the reply. */
export async function callDesk(origin: string, cookie: string, channel: string, input?: unknown): Promise<unknown> {
  const response = await fetch(`${origin}/ipc/${channel}`, {
    method: 'POST',
    headers: { cookie, origin, 'content-type': wireMediaType, [pageHeader]: page },
    body: encodeMessage(input),
  })
  const reply = decodeMessage(new Uint8Array(await response.arrayBuffer()))
  if ((reply as { readonly code?: string }).code !== 'not-writer') return reply
  await callDesk(origin, cookie, 'desk:claim', { page, takeOver: true })
  return callDesk(origin, cookie, channel, input)
}
