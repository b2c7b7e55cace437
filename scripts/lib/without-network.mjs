import { spawnSync } from 'node:child_process'

/** Runs a program among network interfaces of its own, of which there is only loopback. */
const prefixes = [
  ['unshare', '--net'],
  // Without root: first a user namespace, in which we may ask for the other.
  ['unshare', '--map-root-user', '--net'],
]

const upAndGo = ['sh', '-c', 'ip link set lo up && exec "$@"', 'sh']

const isOnPath = (name) => spawnSync('which', [name], { stdio: 'ignore' }).status === 0

/**
 * How a command is run on a computer that has loopback and no other network: `{ prefix, reason: null }`, words to put
 * before the command, or `{ prefix: null, reason }`, why that cannot be had here.
 */
export function withoutNetwork() {
  const none = (reason) => ({ prefix: null, reason })
  if (process.platform !== 'linux') return none('network namespaces are Linux’s')
  for (const name of ['unshare', 'ip']) if (!isOnPath(name)) return none(`no program "${name}" here`)
  for (const namespace of prefixes) {
    const [command, ...args] = [...namespace, ...upAndGo, 'true']
    if (spawnSync(command, args, { stdio: 'ignore' }).status === 0) {
      return { prefix: [...namespace, ...upAndGo], reason: null }
    }
  }
  return none('this computer allows neither root nor users a network namespace')
}
