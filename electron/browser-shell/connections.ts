import { type Server } from 'node:http'
import { type Socket } from 'node:net'
import { setTimeout as setTimeoutPromise } from 'node:timers/promises'

/** Connections that have not shown our cookie. Few enough to leave the host its files where 1,024 may be open. */
const mostStrangers = 512
/** Milliseconds in which a connection must show it, or be done. */
const patience = 15_000
/** Strangers beyond which each of their requests waits, in ms. A browser has six connections to one address. */
const crowd = 32
const pause = 500

export type Connections = {
  /** From now on the connection is our page's: it is never closed to make room for another. */
  readonly own: (socket: Socket) => void
  readonly isOwn: (socket: Socket) => boolean
  /** Lets a stranger's request wait while there are many: whoever asks again at once has to wait again. */
  readonly pace: () => Promise<void>
}

/**
 * Keeps the door open for our own page while anybody on the computer may knock: a connection is a stranger's until a
 * request on it carried the cookie. Strangers have a little time, and when they are too many the oldest goes, so that a
 * new connection always gets in and has its first request read; no number of them takes a place from our own.
 */
export function keepConnections(server: Server, most = mostStrangers): Connections {
  const strangers = new Map<Socket, NodeJS.Timeout>()
  const owned = new WeakSet<Socket>()
  const forget = (socket: Socket): void => {
    clearTimeout(strangers.get(socket))
    strangers.delete(socket)
  }
  server.on('connection', (socket: Socket) => {
    strangers.set(
      socket,
      setTimeout(() => socket.destroy(), patience),
    )
    socket.once('close', () => forget(socket))
    if (strangers.size <= most) return
    const [oldest] = strangers.keys()
    if (oldest === undefined) return
    forget(oldest)
    oldest.destroy()
  })
  return {
    own: (socket) => {
      owned.add(socket)
      forget(socket)
    },
    isOwn: (socket) => owned.has(socket),
    pace: async () => {
      if (strangers.size > crowd) await setTimeoutPromise(pause, undefined, { ref: false })
    },
  }
}
