/** Encryption: envelopes (age v1) that another hand made, changed, or addressed to somebody else. */
import { randomBytes } from 'node:crypto'
import { encodeBase64 } from '@host/envelopes/base64'
import { writeHeader, type Stanza } from '@host/envelopes/envelope-header'
import { newFileKey, wrapForPassphrase, wrapForRecipient } from '@host/envelopes/file-key'
import { payloadKeyOf, payloadNonceSize, sealSegment, sealedSegmentSize, segmentSize } from '@host/envelopes/payload'
import { generateEncryptionKeys } from '@host/keys/recipient'
import { casesOf, type HostileCase } from './case'
import { hostilePassphrase } from './world'

/** Little work, so that the corpus is quick; the file says how much. */
const factor = 10

type Parts = { readonly header: Buffer; readonly nonce: Buffer; readonly segments: readonly Buffer[] }
type Make = HostileCase['make']

const whole = ({ header, nonce, segments }: Parts): Buffer => Buffer.concat([header, nonce, ...segments])

/** An envelope in its parts. `stanzas` changes the ways to the key before the header is closed with it. */
async function seal(
  plain: Uint8Array,
  stanzas: (own: Stanza) => readonly Stanza[] = (own) => [own],
): Promise<Parts & { readonly key: Buffer }> {
  const fileKey = newFileKey()
  const header = writeHeader(stanzas(await wrapForPassphrase(fileKey, hostilePassphrase, factor)), fileKey)
  const nonce = randomBytes(payloadNonceSize)
  const key = payloadKeyOf(fileKey, nonce)
  const count = Math.max(1, Math.ceil(plain.length / segmentSize))
  const segments = Array.from({ length: count }, (_, index) =>
    Buffer.concat(
      sealSegment(key, index, index === count - 1, plain.subarray(index * segmentSize, (index + 1) * segmentSize)),
    ),
  )
  return { header, nonce, segments, key }
}

/** Four segments, the last of them short. */
const long = (): Buffer => randomBytes(3 * segmentSize + 1000)

const withSegments =
  (change: (segments: readonly Buffer[], key: Buffer) => readonly Buffer[]): Make =>
  async () => {
    const parts = await seal(long())
    return whole({ ...parts, segments: change(parts.segments, parts.key) })
  }

/** The words of the header changed after it was closed. */
const withHeader =
  (change: (header: string) => string): Make =>
  async ({ good }) => {
    const parts = await seal(good)
    const text = parts.header.toString('latin1')
    const header = change(text)
    if (header === text) throw new Error('the case is as it was')
    return whole({ ...parts, header: Buffer.from(header, 'latin1') })
  }

const withStanzas =
  (stanzas: (own: Stanza) => readonly Stanza[]): Make =>
  async ({ good }) =>
    whole(await seal(good, stanzas))

/** A stanza of a kind that nobody knows, as newer programs may add. */
const grease = (): Stanza => ({ args: ['xyz-grease', 'a', 'b'], body: randomBytes(40) })

const toSomebodyElse: Make = ({ good }) => {
  const fileKey = newFileKey()
  const header = writeHeader([wrapForRecipient(fileKey, generateEncryptionKeys().publicKey), grease()], fileKey)
  const nonce = randomBytes(payloadNonceSize)
  const segment = Buffer.concat(sealSegment(payloadKeyOf(fileKey, nonce), 0, true, good.subarray(0, 1000)))
  return whole({ header, nonce, segments: [segment] })
}

const armour = (body: string): Buffer =>
  Buffer.from(`-----BEGIN AGE ENCRYPTED FILE-----\n${body}\n-----END AGE ENCRYPTED FILE-----\n`)

async function armoured(world: Parameters<Make>[0], change: (lines: string[]) => string[]): Promise<Buffer> {
  const text = whole(await seal(world.good)).toString('base64')
  return armour(change(text.match(/.{1,64}/gu) ?? []).join('\n'))
}

const openable = casesOf('encryption', [
  ['in an envelope that is right', { record: 'new', canCommit: true }, async ({ good }) => whole(await seal(good))],
  ['in armour that is right', { record: 'new', canCommit: true }, (world) => armoured(world, (lines) => lines)],
  ['with a segment taken out', 'envelope.damaged', withSegments((all) => all.toSpliced(1, 1))],
  ['with its first segment taken out', 'envelope.damaged', withSegments((all) => all.slice(1))],
  ['with two segments swapped', 'envelope.damaged', withSegments(([a, b, ...rest]) => [b, a, ...rest].filter(isThere))],
  ['with a segment twice', 'envelope.damaged', withSegments(([a, ...rest]) => [a, a, ...rest].filter(isThere))],
  ['with its last segment taken out', 'envelope.truncated', withSegments((all) => all.slice(0, -1))],
  ['with its last segment twice', 'envelope.trailing-bytes', withSegments((all) => [...all, ...all.slice(-1)])],
  [
    'with its last segment cut short',
    'envelope.truncated',
    withSegments((all) => all.map((segment, index) => (index === 3 ? segment.subarray(0, 500) : segment))),
  ],
  [
    'with its last segment not marked as the last',
    'envelope.truncated',
    withSegments((all, key) => [...all.slice(0, -1), Buffer.concat(sealSegment(key, 3, false, Buffer.alloc(10)))]),
  ],
  [
    'with a segment in the middle marked as the last',
    'envelope.damaged',
    withSegments((all, key) =>
      all.toSpliced(1, 1, Buffer.concat(sealSegment(key, 1, true, Buffer.alloc(segmentSize)))),
    ),
  ],
  [
    'with an empty last segment behind full ones',
    'envelope.trailing-bytes',
    withSegments((all, key) => [...all.slice(0, 3), Buffer.concat(sealSegment(key, 3, true, Buffer.alloc(0)))]),
  ],
  ['with bytes behind its end', 'envelope.trailing-bytes', withSegments((all) => [...all, Buffer.from('示例')])],
  [
    'with a bit of a segment flipped',
    'envelope.damaged',
    withSegments((all) =>
      all.map((segment, index) => (index === 2 ? flipped(segment, sealedSegmentSize >> 1) : segment)),
    ),
  ],
  [
    'with the bit that closes its header flipped',
    'envelope.header-changed',
    withHeader((text) => text.replace(/--- (.)/u, (_, first: string) => `--- ${first === 'A' ? 'B' : 'A'}`)),
  ],
  [
    'with the line that closes its header cut',
    'envelope.malformed',
    withHeader((text) => text.replace(/--- .{43}\n$/u, '--- AAAA\n')),
  ],
  [
    'with an empty argument in its header',
    'envelope.malformed',
    withHeader((text) => text.replace('-> scrypt ', '-> scrypt  ')),
  ],
  ['of another version of the format', 'bundle.not-a-bundle', withHeader((text) => text.replace('/v1', '/v2'))],
  [
    'with a word of the header in Windows line ends',
    'envelope.malformed',
    withHeader((text) => text.replace('\n->', '\r\n->')),
  ],
  [
    'that asks for 2 to the 40 steps of work',
    'envelope.work-factor',
    withHeader((text) => text.replace(` ${factor}\n`, ' 40\n')),
  ],
  [
    'that asks for a billion steps of work',
    'envelope.work-factor',
    withHeader((text) => text.replace(` ${factor}\n`, ' 30\n')),
  ],
  [
    'whose work has a leading zero',
    'envelope.malformed',
    withHeader((text) => text.replace(` ${factor}\n`, ` 0${factor}\n`)),
  ],
  ['whose work is below nothing', 'envelope.malformed', withHeader((text) => text.replace(` ${factor}\n`, ' -1\n'))],
  ['with another way beside the passphrase', 'envelope.two-ways', withStanzas((own) => [own, grease()])],
  ['with the passphrase twice', 'envelope.two-ways', withStanzas((own) => [own, own])],
  [
    'with 10,000 ways to open it',
    'envelope.malformed',
    withStanzas((own) => [...Array.from({ length: 10_000 }, grease), own]),
  ],
  [
    'with one way of a million letters',
    'envelope.malformed',
    withStanzas((own) => [{ args: [...own.args, 'x'.repeat(1_000_000)], body: own.body }]),
  ],
  ['in armour that holds garbage', 'envelope.armour', () => armour('!!!! 示例 !!!!')],
  ['in armour that holds nothing', 'envelope.armour', () => armour('')],
  [
    'in armour around something else',
    'envelope.malformed',
    () => armour(Buffer.from('SHILI\n'.repeat(8)).toString('base64')),
  ],
  [
    'in armour without an end',
    'envelope.armour',
    async (world) => (await armoured(world, (lines) => lines)).subarray(0, 400),
  ],
  [
    'in armour with a line too long',
    'envelope.armour',
    (world) => armoured(world, ([a = '', b = '', ...rest]) => [a + b, ...rest]),
  ],
  ['in armour with a line missing', 'envelope.malformed', (world) => armoured(world, (lines) => lines.toSpliced(2, 1))],
  ['that holds another envelope', 'bundle.encrypted', async ({ good }) => whole(await seal(whole(await seal(good))))],
  ['that holds nothing', 'bundle.empty', async () => whole(await seal(Buffer.alloc(0)))],
  [
    'that holds no bundle',
    'bundle.not-a-bundle',
    async () => whole(await seal(Buffer.from('示例文字，不是传递包。'.repeat(10)))),
  ],
  ['that ends behind its header', 'envelope.truncated', async ({ good }) => (await seal(good)).header],
  ['that ends inside its header', 'envelope.truncated', async ({ good }) => (await seal(good)).header.subarray(0, 60)],
  [
    'whose key was put in by hand',
    'envelope.wrong-passphrase',
    withHeader((text) => text.replace(/\n[^\n]{43}\n/u, `\n${encodeBase64(Buffer.alloc(32, 1))}\n`)),
  ],
]).map((hostile) => ({ ...hostile, passphrase: hostilePassphrase }))

export const encryptionCases: readonly HostileCase[] = [
  ...openable,
  ...casesOf('encryption', [
    ['by a passphrase that nobody gave', 'envelope.passphrase-needed', async ({ good }) => whole(await seal(good))],
    ['for another desk', 'envelope.wrong-recipient', toSomebodyElse],
    ['that only newer programs can open', 'envelope.wrong-recipient', withStanzas(() => [grease()])],
  ]),
  ...casesOf('encryption', [
    ['by another passphrase', 'envelope.wrong-passphrase', async ({ good }) => whole(await seal(good))],
  ]).map((hostile) => ({ ...hostile, passphrase: `${hostilePassphrase}。` })),
]

const isThere = (segment: Buffer | undefined): segment is Buffer => segment !== undefined

function flipped(bytes: Buffer, at: number): Buffer {
  const copy = Buffer.from(bytes)
  copy[at] = (copy[at] ?? 0) ^ 1
  return copy
}
