import { randomBytes, timingSafeEqual } from 'node:crypto'

const secret = (): string => randomBytes(32).toString('base64url')

const isSame = (given: string, expected: string): boolean => {
  const [a, b] = [Buffer.from(given), Buffer.from(expected)]
  return a.length === b.length && timingSafeEqual(a, b)
}

/** How long a launch waits to be entered, in ms. */
const lifetime = 10 * 60_000

/** One launch: a token that opens the desk once, and the cookie that it is exchanged for. */
export type Session = {
  readonly token: string
  /**
   * The `Set-Cookie` value if the token is right and fresh; a used, late or wrong token gives null. Wrong ones are not
   * counted: of 2²⁵⁶ nobody guesses one, while any program could use up a number of tries and lock out who has the
   * right one.
   */
  readonly redeem: (token: string) => string | null
  readonly admits: (cookieHeader: string | undefined) => boolean
}

/**
 * Cookies know no port: the name carries it, so that two desks in one browser keep apart.
 * @param now milliseconds of a clock that only goes forward
 */
export function createSession(port: number, now: () => number): Session {
  const token = secret()
  const cookie = secret()
  const name = `lianshen-${port}`
  const until = now() + lifetime
  let isUsed = false
  return {
    token,
    redeem: (given) => {
      if (isUsed || now() > until || !isSame(given, token)) return null
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
