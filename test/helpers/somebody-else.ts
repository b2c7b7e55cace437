/** Another user of this computer, where the tests run as root. */
import { spawnSync } from 'node:child_process'

const otherUser = ['setpriv', '--reuid=65534', '--regid=65534', '--clear-groups']

export const canBeSomebodyElse =
  process.getuid?.() === 0 && spawnSync('setpriv', [...otherUser.slice(1), 'true']).status === 0

/** The same command as nobody, who has no rights but everybody's. */
export const commandOf = (words: readonly string[]): readonly string[] => [...otherUser, ...words]
