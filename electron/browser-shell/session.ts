import { randomBytes, timingSafeEqual } from 'node:crypto'

const secret = (): string => randomBytes(32).toString('base64url')

const isSame = (given: string, expected: string): boolean => {
  const [a, b] = [Buffer.from(given), Buffer.from(expected)]
  return a.length === b.length && timingSafeEqual(a, b)
}

/** One launch: a token that opens the desk once, and the cookie that it is exchanged for. */
export type Session = {
  readonly token: string
  /** The `Set-Cookie` value if the token is right and fresh; a used or wrong token gives null. */
  readonly redeem: (token: string) => string | null
  readonly admits: (cookieHeader: string | undefined) => boolean
}

/** Cookies know no port: the name carries it, so that two desks in one browser keep apart. */
export function createSession(port: number): Session {
  const token = secret()
  const cookie = secret()
  const name = `lianshen-${port}`
  let isUsed = false
  return {
    token,
    redeem: (given) => {
      if (isUsed || !isSame(given, token)) return null
      isUsed = true
      return `${name}=${cookie}; Path=/; HttpOnly; SameSite=Strict`
    },
    admits: (header) =>
      (header ?? '').split(/; */u).some((part) => {
        const at = part.indexOf('=')
        return part.slice(0, at) === name && isSame(part.slice(at + 1), cookie)
      }),
  }
}
