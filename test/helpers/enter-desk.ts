import { once } from 'node:events'
import { request, type IncomingMessage } from 'node:http'
import { decodeMessage, encodeMessage, wireMediaType } from '@shared/ipc/wire'

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

/** Calls a channel as the desk's page does; answers the reply. */
export async function callDesk(origin: string, cookie: string, channel: string, input?: unknown): Promise<unknown> {
  const response = await fetch(`${origin}/ipc/${channel}`, {
    method: 'POST',
    headers: { cookie, origin, 'content-type': wireMediaType },
    body: encodeMessage(input),
  })
  return decodeMessage(new Uint8Array(await response.arrayBuffer()))
}
