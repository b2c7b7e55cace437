/** What strace says of a program's calls into the network. */

/** Follows every process and thread, and writes each call that takes, opens or sends to an address. */
export const straceArguments = (file: string): readonly string[] => [
  '--follow-forks',
  '--seccomp-bpf',
  '--quiet=all',
  '--decode-fds=socket',
  '--trace=bind,connect,sendto,sendmsg,sendmmsg',
  `--output=${file}`,
]

/**
 * Chromium asks the kernel, by a datagram socket that never sends, whether there would be a way to this address: that
 * is how it learns whether the computer speaks IPv6. No option of it ends that, and nothing leaves the computer by it.
 */
const routeQuestion = /connect\(\d+<UDPv6:[^>]*>, \{sa_family=AF_INET6, [^}]*"2001:4860:4860::8888"/u

const isHere = (address: string): boolean => /^(?:127\.|::1$|::$|0\.0\.0\.0$|::ffff:127\.)/u.test(address)

/** The calls that name an address of another computer, as strace wrote them. */
export function leavesOf(trace: string): readonly string[] {
  return trace.split('\n').filter((line) => {
    const named = [...line.matchAll(/inet_(?:addr|pton)\((?:AF_INET6?, )?"([^"]+)"/gu)].map(([, address]) => address!)
    // The other end of a connected socket, as strace decodes the descriptor: `<UDP:[here->there:port]>`.
    const connected = [...line.matchAll(/<(?:TCP|UDP)(?:v6)?:\[[^ ]*?->\[?([\da-f.:]+?)\]?:\d+\]>/gu)].map(
      ([, address]) => address!,
    )
    return [...named, ...connected].some((address) => !isHere(address)) && !routeQuestion.test(line)
  })
}
