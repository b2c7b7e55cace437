import { readFileSync } from 'node:fs'
import { connect } from 'node:net'
import { expect, test } from './fixtures/test'
import { beginDesk } from './steps/person'

/** The names of this computer's network interfaces, as this very process sees them. */
const interfaces = (): string[] =>
  readFileSync('/proc/net/dev', 'utf8')
    .split('\n')
    .flatMap((line) => /^\s*(\S+):/u.exec(line)?.[1] ?? [])

/** What a connection to an address comes to: an error's code, or `open`. */
const reach = (host: string): Promise<string> =>
  new Promise<string>((done) => {
    const socket = connect({ host, port: 443, timeout: 5000 }, () => done('open'))
    socket.on('error', (error: NodeJS.ErrnoException) => done(error.code ?? ''))
    socket.on('timeout', () => done('timeout'))
  })

/** Set by `npm test`, which runs every spec of this folder in such a place if it can: empty, or why it cannot. */
const why = process.env['LIANSHEN_WHY_NETWORK']

test('all of these specs run where loopback is the only network there is', async ({ launchDesk }) => {
  test.skip(why !== '', `this run has a network: ${why ?? 'started by hand; `npm test -- end-to-end` takes it away'}`)
  expect(interfaces()).toEqual(['lo'])
  for (const address of ['192.0.2.1', '2001:db8::1']) expect(await reach(address)).toBe('ENETUNREACH')
  const desk = await launchDesk('处室')
  await beginDesk(desk.page(), {
    role: 'division',
    name: '陈守玉（示例）',
    unit: '示例厅',
    passphrase: '第一把 钥匙 示例',
  })
})
