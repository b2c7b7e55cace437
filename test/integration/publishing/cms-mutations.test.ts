import fc from 'fast-check'
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { verifyCms } from '@shared/publishing/signing/cms'
import { signDetached, verifyDetached } from '@shared/publishing/signing/detached'
import { at, ber, nothing, octets, pathsOf, rewrite, tlv, type Node } from '../../hostile/cms/tlv'
import { makeSigner } from '../../helpers/signers'

const own = (bytes: Uint8Array): Uint8Array<ArrayBuffer> => new Uint8Array(bytes)
const content = own(Buffer.from('示例通知'))
const signer = await makeSigner('王堃（示例）', '01')
const genuine = Buffer.from(await signDetached(content, signer, '2026-11-20T09:00:00Z'))

const kindOf = async (p7s: Uint8Array): Promise<string> => (await verifyDetached(content, own(p7s))).kind

describe('a genuine signature with anything changed is not intact', () => {
  test('one bit', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(genuine.length - 1), fc.nat(7), async (index, bit) => {
        const changed = Buffer.from(genuine)
        changed[index]! ^= 1 << bit
        expect(await kindOf(changed)).not.toBe('intact')
      }),
      { numRuns: 800 },
    )
  })

  test('one byte, or several, put in or taken out', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(genuine.length), fc.nat(3), fc.uint8Array({ maxLength: 4 }), async (index, out, put) => {
        const changed = Buffer.concat([genuine.subarray(0, index), put, genuine.subarray(index + out)])
        fc.pre(!changed.equals(genuine))
        expect(await kindOf(changed)).not.toBe('intact')
      }),
      { numRuns: 800 },
    )
  })

  const mutations: Readonly<Record<string, (node: Node) => Buffer>> = {
    'left out': () => Buffer.alloc(0),
    doubled: ({ whole }) => Buffer.concat([whole, whole]),
    'with nothing behind': ({ whole }) => Buffer.concat([whole, nothing]),
    'with nothing before': ({ whole }) => Buffer.concat([nothing, whole]),
    'with nothing inside': ({ id, content: old }) => tlv(id, old, nothing),
    'with an octet behind': ({ whole }) => Buffer.concat([whole, octets(Buffer.from([1]))]),
    emptied: ({ id }) => tlv(id),
    'under another tag': ({ id, content: old }) => tlv(id ^ 1, old),
    'as another class': ({ id, content: old }) => tlv(id ^ 0x80, old),
    'primitive for constructed': ({ id, content: old }) => tlv(id ^ 0x20, old),
    'with a zero before its content': ({ id, content: old }) => tlv(id, Buffer.alloc(1), old),
    'with a zero behind its content': ({ id, content: old }) => tlv(id, old, Buffer.alloc(1)),
    'without its last octet': ({ id, content: old }) => tlv(id, old.subarray(0, -1)),
    'in a sequence': ({ whole }) => tlv(0x30, whole),
    'its children turned round': ({ id, children, content: old }) =>
      tlv(id, ...(children.length < 2 ? [old] : [...children].reverse().map(({ whole }) => whole))),
    'with an open length': ber.open,
    'with a long length': ber.long,
    'in pieces': ber.pieces,
  }
  test.each(Object.entries(mutations))('each value %s', async (_, mutate) => {
    const passed: string[] = []
    for (const path of pathsOf(genuine)) {
      const changed = rewrite(genuine, path, mutate)
      if (!changed.equals(genuine) && (await kindOf(changed)) === 'intact') passed.push(path.join('.'))
    }
    expect(passed).toEqual([])
  })

  test('each value in the place of each other', async () => {
    const paths = pathsOf(genuine)
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...paths), fc.constantFrom(...paths), async (to, from) => {
        const changed = rewrite(genuine, to, () => at(genuine, from).whole)
        fc.pre(!changed.equals(genuine))
        expect(await kindOf(changed)).not.toBe('intact')
      }),
      { numRuns: 800 },
    )
  })

  test('and unchanged it is, as a file of its own and padded as in a PDF', async () => {
    expect(await verifyDetached(content, own(genuine))).toMatchObject({ kind: 'intact', form: 'ours' })
    const padded = own(Buffer.concat([genuine, Buffer.alloc(500)]))
    expect(await verifyCms(content, padded)).toMatchObject({ kind: 'intact', form: 'ours' })
    expect(await verifyDetached(content, padded)).toEqual({ kind: 'unreadable', reason: 'nothing-behind' })
  })
})

describe('sound signatures of other programs are sound, and no desk’s', () => {
  const folder = mkdtempSync(join(tmpdir(), 'cms-others-'))
  afterAll(() => {
    rmSync(folder, { recursive: true })
  })
  const openssl = (...args: string[]): void => {
    execFileSync('openssl', args, { cwd: folder, stdio: 'pipe' })
  }
  const subject = ['-subj', '/O=四川省科学技术厅（示例）/CN=政策法规处（示例）', '-utf8', '-days', '30']
  const kinds: Readonly<Record<string, { key: string[]; sign: string[] }>> = {
    RSA: { key: ['-newkey', 'rsa:2048'], sign: ['-md', 'sha256'] },
    'RSA with SHA-512': { key: ['-newkey', 'rsa:2048'], sign: ['-md', 'sha512'] },
    'RSA-PSS': { key: ['-newkey', 'rsa:3072'], sign: ['-md', 'sha256', '-keyopt', 'rsa_padding_mode:pss'] },
    'P-256': { key: ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256'], sign: ['-md', 'sha256', '-cades'] },
    'P-384': { key: ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-384'], sign: ['-md', 'sha384'] },
    'P-521': { key: ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-521'], sign: ['-md', 'sha512', '-keyid'] },
  }
  test.each(Object.entries(kinds))('%s', async (_, { key, sign }) => {
    writeFileSync(join(folder, 'f'), content)
    openssl('req', '-x509', '-nodes', ...key, ...subject, '-keyout', 'k', '-out', 'c')
    openssl(
      'cms',
      '-sign',
      '-binary',
      '-in',
      'f',
      '-signer',
      'c',
      '-inkey',
      'k',
      '-outform',
      'DER',
      '-out',
      's',
      ...sign,
    )
    const p7s = own(readFileSync(join(folder, 's')))
    const signerOf = { commonName: '政策法规处（示例）' }
    expect(await verifyDetached(content, p7s)).toMatchObject({ kind: 'intact', form: 'other', signer: signerOf })
    expect((await verifyDetached(own(Buffer.from('x')), p7s)).kind).toBe('altered')
  })

  test('one with its original inside is refused', async () => {
    writeFileSync(join(folder, 'f'), content)
    openssl('req', '-x509', '-nodes', '-newkey', 'rsa:2048', ...subject, '-keyout', 'k', '-out', 'c')
    openssl(
      'cms',
      '-sign',
      '-binary',
      '-nodetach',
      '-in',
      'f',
      '-signer',
      'c',
      '-inkey',
      'k',
      '-outform',
      'DER',
      '-out',
      's',
    )
    const p7s = own(readFileSync(join(folder, 's')))
    expect(await verifyDetached(content, p7s)).toEqual({ kind: 'unreadable', reason: 'detached' })
  })
})
