import { randomBytes } from 'node:crypto'
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { armor, Decrypter, Encrypter, identityToRecipient } from 'age-encryption'
import fc from 'fast-check'
import { afterAll, describe, expect, it } from 'vitest'
import { memorySource } from '@host/bytes/byte-source'
import { isArmoured, withoutArmour } from '@host/envelopes/armour'
import { bech32 } from '@scure/base'
import { writeHeader } from '@host/envelopes/envelope-header'
import { envelopeSource, isEnvelope, openEnvelope } from '@host/envelopes/envelope-source'
import { maxWorkFactor, newFileKey, wrapForPassphrase, wrapForRecipient } from '@host/envelopes/file-key'
import { sealedSegmentSize, segmentSize } from '@host/envelopes/payload'
import { isSealed, plainSource } from '@host/envelopes/plain-source'
import { generateEncryptionKeys, readRecipient, recipientOf } from '@host/keys/recipient'
import { hasTool } from '../../helpers/tools'
import { envelopePassphrase, openBytes, refusal, sealBytes } from './envelope-fixture'

const desk = generateEncryptionKeys()
const other = generateEncryptionKeys()
const forDesk = { recipients: [desk.publicKey] }
const secretText = bech32.encodeFromBytes('age-secret-key-', desk.secretKey).toUpperCase()
const folder = mkdtempSync(join(tmpdir(), '联审 信封-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** Around every border of the segments. */
const sizes = [0, 1, 2, 1000, ...[1, 2, 3].flatMap((n) => [n * segmentSize - 1, n * segmentSize, n * segmentSize + 1])]

describe('An envelope (age v1) opens to what was put in', () => {
  it.each(sizes)('with %i bytes, for a desk', async (size) => {
    const plain = randomBytes(size)
    expect((await openBytes(await sealBytes(forDesk, plain), { desk })).equals(plain)).toBe(true)
  })

  it('for any size and any pieces it is written in, and read at any place', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(fc.integer({ min: 0, max: 300 }), fc.integer({ min: segmentSize - 40, max: 2 * segmentSize + 40 })),
        fc.integer({ min: 1, max: 200_000 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        async (size, pieceSize, from, length) => {
          const plain = randomBytes(size)
          const sealed = memorySource(await sealBytes(forDesk, plain, pieceSize))
          const opened = await openEnvelope(sealed, { desk, passphrase: null })
          const source = await envelopeSource(sealed, opened)
          expect(source.size).toBe(size)
          const at = Math.floor(from * size)
          const read = await source.read(at, Math.floor(length * (size - at)))
          expect(read.equals(plain.subarray(at, at + read.length))).toBe(true)
          expect((await source.read(0, size)).equals(plain)).toBe(true)
        },
      ),
      { numRuns: 60 },
    )
  })

  it('for several desks and for each of them', async () => {
    const sealed = await sealBytes({ recipients: [other.publicKey, desk.publicKey] }, Buffer.from('示例'))
    expect((await openBytes(sealed, { desk })).toString()).toBe('示例')
    expect((await openBytes(sealed, { desk: other })).toString()).toBe('示例')
  })

  it('by passphrase, typed composed or decomposed', async () => {
    const sealed = await sealBytes({ passphrase: 'é示例口令' }, Buffer.from('内容'))
    expect((await openBytes(sealed, { passphrase: 'é示例口令'.normalize('NFD') })).toString()).toBe('内容')
  })

  it('though stanzas of unknown kinds stand beside the known one', async () => {
    const fileKey = newFileKey()
    const grease = { args: ['grease-示例'.replace(/[^\x21-\x7e]/gu, 'x'), 'a', 'b'], body: randomBytes(200) }
    const header = writeHeader([grease, wrapForRecipient(fileKey, desk.publicKey)], fileKey)
    const opened = await openEnvelope(memorySource(Buffer.concat([header, randomBytes(40)])), {
      desk,
      passphrase: null,
    })
    expect(opened.offset).toBe(header.length + 16)
  })
})

describe('The recipient of a desk', () => {
  it('is written as age1… and read back', () => {
    const text = recipientOf(desk.publicKey)
    expect(text).toMatch(/^age1[a-z0-9]{58}$/u)
    expect(readRecipient(text)?.equals(desk.publicKey)).toBe(true)
  })

  it('is the one that age-encryption derives from the secret key', async () => {
    expect(await identityToRecipient(secretText)).toBe(recipientOf(desk.publicKey))
  })

  it('is refused with one wrong character, mixed case or another prefix', () => {
    const text = recipientOf(desk.publicKey)
    for (let at = 4; at < text.length; at += 1) {
      const flipped = text.slice(0, at) + (text.charAt(at) === 'q' ? 'p' : 'q') + text.slice(at + 1)
      expect(readRecipient(flipped)).toBeNull()
    }
    expect(readRecipient(text.replace('age1', 'Age1'))).toBeNull()
    expect(readRecipient(bech32.encodeFromBytes('other', desk.publicKey))).toBeNull()
  })
})

describe('A file that does not hold is refused by name', () => {
  it('wrong passphrase, none, and the wrong desk', async () => {
    const locked = await sealBytes({ passphrase: envelopePassphrase }, Buffer.from('x'))
    expect(await refusal(locked, {})).toBe('envelope.passphrase-needed')
    expect(await refusal(locked, { passphrase: `${envelopePassphrase} ` })).toBe('envelope.wrong-passphrase')
    const sealed = await sealBytes(forDesk, Buffer.from('x'))
    expect(await refusal(sealed, { desk: other })).toBe('envelope.wrong-recipient')
    expect(await refusal(sealed, { passphrase: 'x' })).toBe('envelope.needs-desk')
  })

  it('an absurd work factor, before any work is done', async () => {
    const sealed = await sealBytes({ passphrase: envelopePassphrase }, Buffer.from('x'))
    for (const factor of [maxWorkFactor + 1, 60, 9999]) {
      const text = sealed.toString('latin1').replace(/(-> scrypt \S+) \d+/u, `$1 ${factor}`)
      expect(await refusal(Buffer.from(text, 'latin1'), { passphrase: envelopePassphrase })).toBe(
        'envelope.work-factor',
      )
    }
    for (const factor of ['0', '017', '-1', '1e3', '99999']) {
      const text = sealed.toString('latin1').replace(/(-> scrypt \S+) \d+/u, `$1 ${factor}`)
      expect(await refusal(Buffer.from(text, 'latin1'), { passphrase: envelopePassphrase })).toBe('envelope.malformed')
    }
  })

  it('a passphrase stanza beside another', async () => {
    const fileKey = newFileKey()
    const byPassphrase = await wrapForPassphrase(fileKey, envelopePassphrase, 2)
    for (const beside of [wrapForRecipient(fileKey, desk.publicKey), byPassphrase]) {
      const file = Buffer.concat([writeHeader([byPassphrase, beside], fileKey), randomBytes(48)])
      expect(await refusal(file, { desk, passphrase: envelopePassphrase })).toBe('envelope.two-ways')
    }
  })

  it('a low-order share', async () => {
    const fileKey = newFileKey()
    const stanza = { ...wrapForRecipient(fileKey, desk.publicKey) }
    const file = writeHeader(
      [{ ...stanza, args: ['X25519', Buffer.alloc(32).toString('base64').replace(/=/gu, '')] }],
      fileKey,
    )
    expect(await refusal(Buffer.concat([file, randomBytes(48)]), { desk })).toBe('envelope.malformed')
  })

  it('any flipped byte of the header', async () => {
    const sealed = await sealBytes(forDesk, randomBytes(100))
    const headerLength = sealed.indexOf('\n', sealed.indexOf('---')) + 1
    for (let at = 0; at < headerLength; at += 1) {
      const changed = Buffer.from(sealed)
      changed[at] = (changed[at] ?? 0) ^ 1
      expect(await refusal(changed, { desk })).toMatch(/^envelope\./u)
    }
    const mac = Buffer.from(sealed)
    const at = headerLength - 10
    mac[at] = mac[at] === 0x41 ? 0x42 : 0x41
    expect(await refusal(mac, { desk })).toBe('envelope.header-changed')
  })

  it('cut at every border and between', async () => {
    const sealed = await sealBytes(forDesk, randomBytes(2 * segmentSize + 500))
    const start = sealed.length - (500 + 16) - 2 * sealedSegmentSize
    const ends = [0, 1, 20, 21, 60, start - 17, start - 16, start - 1, start]
    for (const segment of [0, 1, 2]) {
      for (const extra of [1, 16, 100]) ends.push(start + segment * sealedSegmentSize + extra)
      ends.push(start + segment * sealedSegmentSize)
    }
    for (const end of ends) {
      const code = await refusal(sealed.subarray(0, end), { desk })
      expect([end, code]).toEqual([end, 'envelope.truncated'])
    }
  })

  it('a segment swapped, left out or doubled', async () => {
    const sealed = await sealBytes(forDesk, randomBytes(3 * segmentSize + 500))
    const start = sealed.length - (500 + 16) - 3 * sealedSegmentSize
    const segment = (index: number) =>
      sealed.subarray(start + index * sealedSegmentSize, start + (index + 1) * sealedSegmentSize)
    const head = sealed.subarray(0, start)
    for (const order of [
      [1, 0, 2, 3],
      [0, 2, 1, 3],
      [0, 2, 3],
      [0, 0, 1, 2, 3],
      [0, 1, 2, 2, 3],
    ]) {
      const file = Buffer.concat([head, ...order.map(segment)])
      expect(await refusal(file, { desk })).toBe('envelope.damaged')
    }
    expect(await refusal(Buffer.concat([sealed, segment(3)]), { desk })).toBe('envelope.trailing-bytes')
  })

  it('a changed byte in any segment', async () => {
    const sealed = await sealBytes(forDesk, randomBytes(2 * segmentSize))
    for (const back of [10, sealedSegmentSize + 10]) {
      const changed = Buffer.from(sealed)
      const at = changed.length - back
      changed[at] = (changed[at] ?? 0) ^ 0x80
      expect(await refusal(changed, { desk })).toBe('envelope.damaged')
    }
  })

  it.each(sizes.filter((size) => size < 2 * segmentSize))('bytes behind the end of %i', async (size) => {
    const sealed = await sealBytes(forDesk, randomBytes(size))
    for (const extra of [1, 16, 300]) {
      expect(await refusal(Buffer.concat([sealed, Buffer.alloc(extra)]), { desk })).toBe('envelope.trailing-bytes')
    }
  })
})

describe('The npm implementation of age (age-encryption)', () => {
  it.each(sizes)('opens ours and ours opens its, %i bytes', async (size) => {
    const plain = new Uint8Array(randomBytes(size))
    const decrypter = new Decrypter()
    decrypter.addIdentity(secretText)
    expect(Buffer.from(await decrypter.decrypt(new Uint8Array(await sealBytes(forDesk, plain)))).equals(plain)).toBe(
      true,
    )
    const encrypter = new Encrypter()
    encrypter.addRecipient(recipientOf(other.publicKey))
    encrypter.addRecipient(recipientOf(desk.publicKey))
    expect((await openBytes(await encrypter.encrypt(plain), { desk })).equals(plain)).toBe(true)
  })

  it('agrees about passphrases', async () => {
    const decrypter = new Decrypter()
    decrypter.addPassphrase(envelopePassphrase)
    const ours = await sealBytes({ passphrase: envelopePassphrase }, Buffer.from('示例'))
    expect(Buffer.from(await decrypter.decrypt(new Uint8Array(ours))).toString()).toBe('示例')
    const encrypter = new Encrypter()
    encrypter.setScryptWorkFactor(10)
    encrypter.setPassphrase(envelopePassphrase)
    const theirs = await encrypter.encrypt(new TextEncoder().encode('示例'))
    expect((await openBytes(theirs, { passphrase: envelopePassphrase })).toString()).toBe('示例')
  })

  it('wraps in armour what ours unwraps, with either line end and in any pieces', async () => {
    const sealed = await sealBytes(forDesk, randomBytes(5000))
    for (const text of [armor.encode(sealed), armor.encode(sealed).replaceAll('\n', '\r\n')]) {
      const bytes = Buffer.from(text)
      expect(isArmoured(bytes)).toBe(true)
      const pieces: Buffer[] = []
      const cut = async function* () {
        for (let at = 0; at < bytes.length; at += 77) yield bytes.subarray(at, at + 77)
      }
      for await (const piece of withoutArmour(cut())) pieces.push(piece)
      expect(Buffer.concat(pieces).equals(sealed)).toBe(true)
      expect(isEnvelope(pieces[0] ?? Buffer.alloc(0))).toBe(true)
    }
  })

  it.each<[string, (text: string) => string]>([
    ['blank lines', (text) => `\n\n \t\n${text}`],
    ['Windows line ends and blank lines', (text) => `\r\n\r\n${text.replaceAll('\n', '\r\n')}`],
    ['a byte order mark', (text) => `\ufeff${text}`],
    ['a byte order mark, a blank line and an indent', (text) => `\ufeff\r\n  ${text}`],
    ['a thousand spaces', (text) => `${' '.repeat(999)}\n${text}`],
  ])('%s before armour are passed over at every door', async (_, change) => {
    const plain = randomBytes(500)
    const bytes = Buffer.from(change(armor.encode(await sealBytes(forDesk, plain))))
    expect(isSealed(bytes)).toBe(true)
    const source = await plainSource(memorySource(bytes), { desk, passphrase: null })
    expect((await source.read(0, source.size)).equals(plain)).toBe(true)
  })

  it('more white space than the age program passes over, or words, make it no armour', async () => {
    const text = armor.encode(await sealBytes(forDesk, randomBytes(500)))
    for (const before of [`${' '.repeat(1100)}\n`, '您好：\n', '-\n']) {
      expect(isSealed(Buffer.from(before + text))).toBe(false)
    }
  })

  it('broken armour is refused', async () => {
    const text = armor.encode(await sealBytes(forDesk, randomBytes(500)))
    const lines = text.trimEnd().split('\n')
    for (const broken of [
      text.replace('END', 'BND'),
      lines.slice(0, -1).join('\n'),
      `${text}x`,
      lines.map((line, index) => (index === 2 ? line.slice(1) : line)).join('\n'),
      lines.map((line, index) => (index === 2 ? `${line}AA` : line)).join('\n'),
    ]) {
      const unwrap = async () => {
        const one = async function* () {
          yield Buffer.from(broken)
        }
        for await (const piece of withoutArmour(one())) expect(piece).toBeInstanceOf(Buffer)
      }
      await expect(unwrap()).rejects.toThrow('envelope.armour')
    }
  })
})

describe.skipIf(!hasTool('age'))('The public age program', () => {
  const keyFile = join(folder, 'key.txt')
  writeFileSync(keyFile, `${secretText}\n`)
  const age = (...args: string[]) => spawnSync('age', args, { timeout: 20_000, encoding: 'latin1' })

  it.each([0, 1, segmentSize, 3 * segmentSize + 7])('opens ours, %i bytes', async (size) => {
    const plain = randomBytes(size)
    const file = join(folder, `ours-${size}.age`)
    writeFileSync(file, await sealBytes({ recipients: [other.publicKey, desk.publicKey] }, plain))
    const ran = spawnSync('age', ['-d', '-i', keyFile, file], { timeout: 20_000 })
    expect(ran.stderr.toString()).toBe('')
    expect(ran.stdout.equals(plain)).toBe(true)
  })

  it.each([0, 1, segmentSize, 3 * segmentSize + 7])('makes what ours opens, %i bytes', async (size) => {
    const plain = randomBytes(size)
    const file = join(folder, `theirs-${size}`)
    writeFileSync(file, plain)
    expect(age('-r', recipientOf(desk.publicKey), '-o', `${file}.age`, file).stderr).toBe('')
    expect((await openBytes(readFileSync(`${file}.age`), { desk })).equals(plain)).toBe(true)
    expect(age('-a', '-r', recipientOf(desk.publicKey), '-o', `${file}.asc`, file).stderr).toBe('')
    const pieces: Buffer[] = []
    const text = async function* () {
      yield readFileSync(`${file}.asc`)
    }
    for await (const piece of withoutArmour(text())) pieces.push(piece)
    expect((await openBytes(Buffer.concat(pieces), { desk })).equals(plain)).toBe(true)
  })

  it('makes keys that ours reads', () => {
    const made = spawnSync('age-keygen', { encoding: 'utf8', timeout: 20_000 }).stdout
    const secret = bech32.decodeToBytes(/AGE-SECRET-KEY-1\S+/u.exec(made)?.[0] ?? '')
    expect(secret.bytes.length).toBe(32)
    expect(readRecipient(/age1\S+/u.exec(made)?.[0] ?? '')?.length).toBe(32)
  })

  // age asks for passphrases on a terminal only; `script` gives it one.
  it.skipIf(!hasTool('script'))('opens ours by passphrase', async () => {
    const file = join(folder, 'passphrase.age')
    writeFileSync(file, await sealBytes({ passphrase: 'plain-ascii-2026' }, Buffer.from('示例内容')))
    spawnSync('script', ['-qec', `age -d -o '${file}.plain' '${file}'`, '/dev/null'], {
      input: 'plain-ascii-2026\n',
      timeout: 20_000,
    })
    expect(readFileSync(`${file}.plain`, 'utf8')).toBe('示例内容')
  })
})
