import { createPrivateKey, createPublicKey } from 'node:crypto'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import type { HostOptions } from '@host/host'
import { openKeyFile } from '@host/keys/key-file'
import { openIdentity, deskOf } from '@host/keys/identity'
import type { SystemKeystore } from '@host/keys/keystore'
import { productStrength } from '@host/keys/slots'
import { secondsAfter } from '@host/keys/unlock-wait'
import { SnapshotStore } from '@host/snapshots/snapshot-store'
import { createTranslator } from '@shared/messages/translate'
import { sentenceOf } from '@shared/messages/translator'
import {
  createDesk,
  failure,
  hashTree,
  passphrase,
  removeTemporaryFolders,
  startHost,
  succeeded,
  temporaryFolder,
  type Desk,
} from './desk-fixture'
import { opinionReturned } from './review-actions'

afterEach(removeTemporaryFolders)

const person = { role: 'division', name: '示例处室', unit: '示例单位' } as const
const wrong = '错的口令错的口令'
const next = '换过的口令-2027'
type Keys = {
  signing: unknown
  encryption: unknown
  slots: { kind: string; kdf: string; memoryKiB: number; iterations: number }[]
}
/** Without the file's own checksum, so that it may be written back otherwise. */
const readKeys = async (root: string): Promise<Keys> => ({
  ...(JSON.parse(await readFile(keysOf({ root }), 'utf8')) as Keys),
  ...{ check: undefined },
})
const keysOf = (desk: Pick<Desk, 'root'>) => join(desk.root, '工作目录', 'keys.json')

/** A desk made with a recovery key, closed. */
async function closedDesk(options: Partial<HostOptions> = {}): Promise<{ root: string; recoveryKey: string }> {
  const root = await temporaryFolder()
  const desk = await startHost(root, options)
  const { recoveryKey } = succeeded(await desk.call('profile:create', { ...person, passphrase }))
  succeeded(await desk.call('journal:append', { actions: [opinionReturned('示例')] }))
  succeeded(await desk.call('attachment:put', { bytes: new Uint8Array([1, 2, 3]) }))
  await desk.host.close()
  return { root, recoveryKey }
}

/** A clock that stands still until it is moved. */
function standingClock() {
  let now = Date.parse('2026-11-20T01:00:00Z')
  return { clock: () => new Date(now), move: (seconds: number) => void (now += seconds * 1000) }
}

/** Everything but the keys: what a change of passphrase must not touch. */
async function dataOf(root: string): Promise<Record<string, string>> {
  const tree = await hashTree(join(root, '工作目录'))
  return Object.fromEntries(Object.entries(tree).filter(([name]) => /^(journal|drafts|attachments)/u.test(name)))
}

describe('the recovery key', () => {
  it('opens the desk as the passphrase does, however it is typed', async () => {
    const { root, recoveryKey } = await closedDesk()
    const desk = await startHost(root)
    const typed = recoveryKey.toLowerCase().replaceAll('-', ' ')
    succeeded(await desk.call('profile:unlock', { recoveryKey: typed }))
    expect((await desk.call('journal:read', { after: 0, limit: 10 })).records).toHaveLength(2)
    await desk.host.close()
  })

  it('is refused with the number of the group that is wrong, or as another one', async () => {
    const { root, recoveryKey } = await closedDesk()
    const other = await closedDesk()
    const desk = await startHost(root)
    const groups = recoveryKey.split('-')
    groups[6] = groups[6]!.startsWith('7') ? `8${groups[6]!.slice(1)}` : `7${groups[6]!.slice(1)}`
    const malformed = failure(await desk.call('profile:unlock', { recoveryKey: groups.join('-') }))
    expect(malformed).toEqual({ code: 'recovery-key.malformed', params: { group: 7 } })
    expect(failure(await desk.call('profile:unlock', { recoveryKey: other.recoveryKey })).code).toBe(
      'recovery-key.wrong',
    )
    await desk.host.close()
  })

  it('is renewed by the passphrase; the one before opens nothing any more', async () => {
    const { root, recoveryKey } = await closedDesk()
    const desk = await startHost(root)
    await expect(desk.call('profile:renew-recovery-key', { passphrase })).rejects.toThrow('locked')
    succeeded(await desk.call('profile:unlock', { passphrase }))
    expect(failure(await desk.call('profile:renew-recovery-key', { passphrase: wrong })).code).toBe('passphrase.wrong')
    const renewed = succeeded(await desk.call('profile:renew-recovery-key', { passphrase })).recoveryKey
    expect(renewed).not.toBe(recoveryKey)
    await desk.call('profile:lock', undefined)
    expect(failure(await desk.call('profile:unlock', { recoveryKey })).code).toBe('recovery-key.wrong')
    succeeded(await desk.call('profile:unlock', { recoveryKey: renewed }))
    await desk.host.close()
    // Nor does any snapshot keep what was replaced.
    const store = new SnapshotStore(join(root, '工作目录', 'snapshots'))
    const snapshots = await store.list()
    expect(snapshots.length).toBeGreaterThan(0)
    for (const snapshot of snapshots) {
      expect(await store.isGood(snapshot)).toBe(true)
      const keys = join(snapshot.path, 'keys.json')
      await expect(openKeyFile(keys, { recoveryKey })).rejects.toMatchObject({ error: { code: 'recovery-key.wrong' } })
      expect((await openKeyFile(keys, { recoveryKey: renewed })).dataKey).toHaveLength(32)
    }
  })
})

describe('changing the passphrase', () => {
  it.each(['the passphrase', 'the recovery key'])(
    'by %s rewraps one slot and writes nothing else of the desk',
    async (by) => {
      const { root, recoveryKey } = await closedDesk()
      const before = await dataOf(root)
      const slotsBefore = await readKeys(root)
      const dataKey = (await openKeyFile(keysOf({ root }), { passphrase })).dataKey
      const desk = await startHost(root)
      const leave = by === 'the passphrase' ? { current: passphrase } : { recoveryKey }
      succeeded(await desk.call('profile:change-passphrase', { ...leave, next }))
      expect(failure(await desk.call('profile:unlock', { passphrase })).code).toBe('passphrase.wrong')
      succeeded(await desk.call('profile:unlock', { passphrase: next }))
      await desk.call('profile:lock', undefined)
      succeeded(await desk.call('profile:unlock', { recoveryKey }))
      await desk.host.close()
      expect(await dataOf(root)).toEqual(before)
      expect((await openKeyFile(keysOf({ root }), { passphrase: next })).dataKey).toEqual(dataKey)
      const after = await readKeys(root)
      expect(after.signing).toEqual(slotsBefore.signing)
      expect(after.encryption).toEqual(slotsBefore.encryption)
      expect(after.slots.find((slot) => slot.kind === 'recovery')).toEqual(
        slotsBefore.slots.find((slot) => slot.kind === 'recovery'),
      )
    },
  )

  it('at a desk whose passphrase was made with less work asks for the whole work from then on', async () => {
    const { root } = await closedDesk()
    expect((await readKeys(root)).slots[0]!.memoryKiB).toBeLessThan(productStrength.memoryKiB)
    const desk = await startHost(root, { passphraseStrength: productStrength })
    succeeded(await desk.call('profile:change-passphrase', { current: passphrase, next }))
    const { slots } = await readKeys(root)
    expect(slots.find(({ kind }) => kind === 'passphrase')).toMatchObject({ memoryKiB: 65_536, iterations: 3 })
    succeeded(await desk.call('profile:unlock', { passphrase: next }))
    await desk.host.close()
  })

  it('is refused with a wrong passphrase and changes nothing', async () => {
    const { root } = await closedDesk()
    const keys = await readFile(keysOf({ root }), 'utf8')
    const desk = await startHost(root)
    const refused = await desk.call('profile:change-passphrase', { current: wrong, next })
    expect(failure(refused).code).toBe('passphrase.wrong')
    expect(await readFile(keysOf({ root }), 'utf8')).toBe(keys)
    await desk.host.close()
  })
})

describe('wrong passphrases', () => {
  it('wait 2, 4, 8 … at most 300 seconds from the third on', () => {
    expect([1, 2, 3, 4, 5, 9, 10, 11, 1000].map(secondsAfter)).toEqual([0, 0, 2, 4, 8, 128, 256, 300, 300])
  })

  it('make everybody wait, also with the right one and after a restart; the right one begins anew', async () => {
    const { clock, move } = standingClock()
    const { root, recoveryKey } = await closedDesk({ clock })
    let desk = await startHost(root, { clock })
    const attempt = async (value: string) => failure(await desk.call('profile:unlock', { passphrase: value }))
    for (let round = 0; round < 3; round += 1) expect((await attempt(wrong)).code).toBe('passphrase.wrong')
    const waiting = await attempt(passphrase)
    expect(waiting).toEqual({ code: 'passphrase.wait', params: { seconds: 2 } })
    await desk.host.close()
    desk = await startHost(root, { clock })
    expect(await attempt(passphrase)).toEqual(waiting)
    move(1)
    expect((await attempt(passphrase)).params.seconds).toBe(1)
    // A clock set back does not lengthen the wait.
    move(-100_000)
    expect((await attempt(passphrase)).params.seconds).toBe(2)
    move(2)
    expect((await attempt(wrong)).code).toBe('passphrase.wrong')
    expect((await attempt(wrong)).params.seconds).toBe(4)
    // Whoever has the recovery key need not wait.
    succeeded(await desk.call('profile:unlock', { recoveryKey }))
    await desk.call('profile:lock', undefined)
    move(4)
    succeeded(await desk.call('profile:unlock', { passphrase }))
    await desk.call('profile:lock', undefined)
    expect((await attempt(wrong)).code).toBe('passphrase.wrong')
    succeeded(await desk.call('profile:unlock', { passphrase }))
    await desk.host.close()
  })

  it('count even if the program is ended in the middle of one, and every try in a change counts', async () => {
    const { clock } = standingClock()
    const { root } = await closedDesk({ clock })
    const desk = await startHost(root, { clock })
    const many = await Promise.all(
      Array.from({ length: 5 }, () => desk.call('profile:change-passphrase', { current: wrong, next })),
    )
    expect(many.map((answer) => failure(answer).code)).toEqual([
      ...Array<string>(3).fill('passphrase.wrong'),
      ...Array<string>(2).fill('passphrase.wait'),
    ])
    const kept: unknown = JSON.parse(await readFile(join(root, '工作目录', 'unlock-wait.json'), 'utf8'))
    expect(kept).toMatchObject({ failures: 3 })
    await desk.host.close()
  })

  it('cost the whole work: Argon2id over 64 MiB in three passes, as the right one does', async () => {
    const { root } = await closedDesk({ passphraseStrength: productStrength })
    const file = await readKeys(root)
    expect(file.slots[0]).toMatchObject({ kdf: 'argon2id', memoryKiB: 65_536, iterations: 3 })
    // Made cheaper by somebody who holds the file, the work no longer fits the wrapped key.
    file.slots[0]!.memoryKiB = 64
    await writeFile(keysOf({ root }), JSON.stringify(file))
    const desk = await startHost(root)
    expect(failure(await desk.call('profile:unlock', { passphrase })).code).toBe('passphrase.wrong')
    await desk.host.close()
  })
})

describe('the keystore of the system', () => {
  /** Keeps what it is given under a number; forgets it when the computer is another. */
  function fakeKeystore(isReal = true): SystemKeystore & { forget: () => void } {
    const kept: Uint8Array[] = []
    return {
      isReal: async () => isReal,
      wrap: async (secret) => Buffer.from([kept.push(Uint8Array.from(secret)) - 1]),
      unwrap: async (wrapped) => kept[wrapped[0]!] ?? Promise.reject(new Error('not mine')),
      forget: () => void (kept.length = 0),
    }
  }
  const wayIn = async (desk: Desk) => (await desk.call('app:get-status', undefined)).waysIn.keystore

  it('opens the desk beside the passphrase once it was allowed, and never alone', async () => {
    const { root, recoveryKey } = await closedDesk()
    const keystore = fakeKeystore()
    const desk = await startHost(root, { keystore })
    expect(await wayIn(desk)).toBe('off')
    expect(failure(await desk.call('profile:unlock', { keystore: true })).code).toBe('keystore.off')
    succeeded(await desk.call('profile:unlock', { passphrase }))
    expect(failure(await desk.call('profile:keystore', { enable: true, passphrase: wrong })).code).toBe(
      'passphrase.wrong',
    )
    succeeded(await desk.call('profile:keystore', { enable: true, passphrase }))
    expect(await wayIn(desk)).toBe('on')
    await desk.call('profile:lock', undefined)
    succeeded(await desk.call('profile:unlock', { keystore: true }))
    await desk.call('profile:lock', undefined)
    keystore.forget()
    expect(failure(await desk.call('profile:unlock', { keystore: true })).code).toBe('keystore.failed')
    succeeded(await desk.call('profile:unlock', { recoveryKey }))
    succeeded(await desk.call('profile:keystore', { enable: false, passphrase }))
    expect(await wayIn(desk)).toBe('off')
    const { slots } = await readKeys(root)
    expect(slots.map((slot) => slot.kind).sort()).toEqual(['passphrase', 'recovery'])
    await desk.host.close()
  })

  it('is refused by name where it only pretends, or where there is none', async () => {
    for (const keystore of [fakeKeystore(false), null]) {
      const { root } = await closedDesk()
      const desk = await startHost(root, { keystore })
      expect(await wayIn(desk)).toBe(keystore === null ? 'absent' : 'dummy')
      succeeded(await desk.call('profile:unlock', { passphrase }))
      expect(failure(await desk.call('profile:keystore', { enable: true, passphrase })).code).toBe('keystore.dummy')
      await desk.host.close()
    }
  })
})

describe('what an open desk gives out', () => {
  it('is one key for the rows of its database, the same at every unlocking and another at every desk', async () => {
    const { root } = await closedDesk()
    const desk = await startHost(root)
    await expect(desk.call('profile:database-key', undefined)).rejects.toThrow('locked')
    succeeded(await desk.call('profile:unlock', { passphrase }))
    const { key } = succeeded(await desk.call('profile:database-key', undefined))
    expect(key).toHaveLength(32)
    await desk.call('profile:lock', undefined)
    succeeded(await desk.call('profile:unlock', { passphrase }))
    expect(succeeded(await desk.call('profile:database-key', undefined)).key).toEqual(key)
    await desk.host.close()
    const other = await createDesk('expert', '示例专家')
    expect(succeeded(await other.call('profile:database-key', undefined)).key).not.toEqual(key)
    expect((await openKeyFile(keysOf({ root }), { passphrase })).dataKey).not.toEqual(Buffer.from(key))
    await other.host.close()
  })

  it('keeps the minutes of the automatic lock, 15 unless set', async () => {
    const { root } = await closedDesk()
    const desk = await startHost(root)
    succeeded(await desk.call('profile:unlock', { passphrase }))
    expect((await desk.call('app:get-status', undefined)).autoLockMinutes).toBe(15)
    succeeded(await desk.call('profile:set-auto-lock', { minutes: 0 }))
    await expect(desk.call('profile:set-auto-lock', { minutes: 241 })).rejects.toThrow('bad-input')
    await desk.host.close()
    const again = await startHost(root)
    expect((await again.call('app:get-status', undefined)).autoLockMinutes).toBe(0)
    await again.host.close()
  })
})

describe('the encryption key of a desk', () => {
  it('is a raw X25519 pair that a desk of an older version gets when it is unlocked, and keeps', async () => {
    const { root } = await closedDesk()
    const file = await readKeys(root)
    const older = { ...file, encryption: undefined }
    await writeFile(keysOf({ root }), JSON.stringify(older))
    const first = await openKeyFile(keysOf({ root }), { passphrase })
    const second = await openKeyFile(keysOf({ root }), { passphrase })
    expect(second.encryptionKey).toEqual(first.encryptionKey)
    const { encryption } = await openIdentity(deskOf(first.certificate, person), first)
    expect([encryption.secretKey.length, encryption.publicKey.length]).toEqual([32, 32])
    const jwk = { kty: 'OKP', crv: 'X25519', d: encryption.secretKey.toString('base64url'), x: '' }
    const key = createPrivateKey({ key: { ...jwk, x: encryption.publicKey.toString('base64url') }, format: 'jwk' })
    expect(createPublicKey(key).export({ format: 'jwk' }).x).toBe(encryption.publicKey.toString('base64url'))
  })
})

describe('the sentences of unlocking', () => {
  it.each(['passphrase.wait', 'recovery-key.malformed', 'recovery-key.wrong', 'keystore.dummy'])('%s', (code) => {
    for (const locale of ['zh-CN', 'en'] as const) {
      const sentence = sentenceOf(createTranslator(locale), `error.${code}`, { seconds: 4, group: 7 }) ?? ''
      expect(sentence).not.toContain('{{')
      expect(sentence.length).toBeGreaterThan(15)
    }
  })
})
