/** What a file that we publish must not tell of the computer that made it. */
import { homedir, hostname, tmpdir, userInfo } from 'node:os'

/** Short names (a user called `ww`) would be found in any file by chance. */
export const tracesOfThisComputer: readonly string[] = [
  process.cwd(),
  homedir(),
  tmpdir(),
  hostname(),
  `/${userInfo().username}`,
].filter((trace) => trace.length > 4)
