import { readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { BundleLock } from '@shared/bundle/manifest'
import type { KeyId } from '@shared/domain/ids'
import { dossierContentSchema } from '@shared/domain/dossier'
import { contentHash } from '@shared/lib/sha256'
import type { Action, Payload } from '@shared/records/payloads'
import { digestOf } from '@host/files/durable-file'
import { makeBundle, makeIdentity, readBytes, rework, unpack, writeRecords } from './bundle-fixture'
import {
  createDesk,
  failure,
  passphrase,
  removeTemporaryFolders,
  startHost,
  succeeded,
  temporaryFolder,
  type Desk,
  exportInTheOpen,
} from './desk-fixture'
import { action, expertA, expertB, panelId, recusalDeclared } from './review-actions'

const first = '20000000-0000-4000-8000-00000000000a'
const second = '20000000-0000-4000-8000-00000000000b'
const names: Readonly<Record<string, string>> = { [first]: '示例甲联盟', [second]: '示例乙联盟' }
/** What nobody may read before the declaration. */
const secrets: Readonly<Record<string, string>> = { [first]: '示例秘密目标甲', [second]: '示例秘密目标乙' }
const fileOf = (dossierId: string) => new Uint8Array(Buffer.from(`附件内容 ${secrets[dossierId]} `.repeat(20_000)))

const dossierOf = (dossierId: string): Action => {
  const bytes = fileOf(dossierId)
  const content = dossierContentSchema.parse({
    alliance: { name: names[dossierId] },
    members: [
      {
        unitId: 'u1',
        fullName: '示例大学',
        kind: 'university',
        role: 'chair',
        legalRepresentatives: [{ name: '示例人' }],
      },
    ],
    goals: { overall: secrets[dossierId] },
    materials: [{ id: 'm0', code: 'agreement', title: '协议书（示例）', fileName: '协议书.pdf', ...digestOf(bytes) }],
  })
  return action('dossier.saved', {
    dossierId,
    version: 1,
    contentHash: contentHash(content),
    regulationVersionId: '2010',
    content,
  })
}

const declared = (dossierId: string, grounds: readonly number[] = [], expertId = expertA): Action =>
  recusalDeclared(expertId, { panelId, dossierId }, grounds)

let division: Desk
let expert: Desk
let path: string
let inTheOpen: string[]
let versions: Record<string, string>

const keyIdOf = async (desk: Desk) => succeeded(await desk.call('desk:statement', undefined)).statement.keyId
const recordsOf = async (desk: Desk) => (await desk.call('journal:read', { after: 0, limit: 5000 })).records
const lockOf = async (desk: Desk, dossierId: string) =>
  (await recordsOf(desk))
    .filter(({ type }) => type === 'dossier.locked')
    .map(({ payload }) => payload as Payload<'dossier.locked'>)
    .findLast((payload) => payload.dossierId === dossierId)!

const send = async (keyId: KeyId | null, expertId = expertA) =>
  succeeded(
    await division.call('bundle:export', {
      protect: { kind: 'none' },
      kind: 'assignment',
      to: '示例专家甲',
      recordIds: inTheOpen,
      attachments: [],
      fileName: '送审.lsb',
      locks: [first, second].map((dossierId) => ({
        panelId: panelId as never,
        dossierId: dossierId as never,
        expertId: expertId as never,
        keyId,
        recordIds: [versions[dossierId]!],
        attachments: [digestOf(fileOf(dossierId)).sha256],
      })),
    }),
  ).file.path

const stage = async (desk: Desk, input: string | Uint8Array) =>
  desk.call(
    'bundle:stage',
    typeof input === 'string'
      ? { kind: 'place', place: input }
      : { kind: 'bytes', fileName: '送审.lsb', bytes: new Uint8Array(input) },
  )

const take = async (desk: Desk, input: string | Uint8Array) => {
  const { stageId, report } = succeeded(await stage(desk, input))
  succeeded(await desk.call('bundle:commit', { stageId }))
  return report
}

const canTake = async (desk: Desk, input: string) => {
  const { stageId, report } = succeeded(await stage(desk, input))
  await desk.call('bundle:discard', { stageId })
  return report.canCommit
}

const say = async (desk: Desk, ...actions: Action[]) =>
  succeeded(await desk.call('journal:append', { actions })).records.map(({ type }) => type)

const open = async (desk: Desk, dossierId: string) =>
  desk.call('lock:open', { lockId: (await lockOf(desk, dossierId)).lockId })

const has = async (desk: Desk, dossierId: string) =>
  (await desk.call('attachment:stat', { sha256: digestOf(fileOf(dossierId)).sha256 })).kind === 'present'

const filesUnder = async (desk: Desk, folder: string) =>
  (
    await readdir(join(desk.root, '工作目录', 'locks', folder), { recursive: true, withFileTypes: true }).catch(
      () => [],
    )
  )
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))

beforeAll(async () => {
  division = await createDesk('division', '示例处室')
  for (const dossierId of [first, second]) {
    succeeded(await division.call('attachment:put', { bytes: fileOf(dossierId) }))
  }
  const person = (id: string) => ({ id, name: '示例人', unitName: '示例大学', specialty: 'technology' })
  const { records } = succeeded(
    await division.call('journal:append', {
      actions: [
        dossierOf(first),
        dossierOf(second),
        action('panel.saved', {
          id: panelId,
          title: '示例评审会',
          heldOn: '2026-11-20',
          experts: [person(expertA), person(expertB)],
          members: [{ expertId: expertA }, { expertId: expertB }],
          dossierIds: [first, second],
        }),
        action('assignment.issued', {
          panelId,
          expertId: expertA,
          dossierIds: [first, second],
          issuedOn: '2026-11-20',
          from: '示例处室',
        }),
      ],
    }),
  )
  const ids = records.map(({ id }) => id)
  versions = { [first]: ids[0]!, [second]: ids[1]! }
  inTheOpen = ids.slice(2)
  path = await send(null)
})
beforeEach(async () => {
  expert = await createDesk('expert', '示例专家甲')
})
afterAll(async () => {
  await division.host.close()
  await removeTemporaryFolders()
})

describe('a locked dossier before the declaration on recusal', () => {
  it('shows its names and nothing else, in the bundle, the journal and the attachments', async () => {
    const bytes = await readFile(path)
    for (const secret of Object.values(secrets)) expect(bytes.includes(secret)).toBe(false)
    const report = await take(expert, path)
    expect(report.dossiers).toMatchObject([
      { dossierId: first, name: names[first], version: 1, locked: true },
      { dossierId: second, name: names[second], version: 1, locked: true },
    ])
    const journal = JSON.stringify(await recordsOf(expert))
    expect(journal).toContain(names[first])
    for (const secret of Object.values(secrets)) expect(journal).not.toContain(secret)
    expect(await has(expert, first)).toBe(false)
    for (const { body, files } of [await lockOf(expert, first)]) {
      for (const { sha256 } of [body, ...files]) {
        expect((await expert.call('attachment:stat', { sha256 })).kind).toBe('missing')
      }
    }
    expect(failure(await open(expert, first)).code).toBe('lock.undeclared')
    expect(await has(expert, first)).toBe(false)
  })

  it('is for a reader that knows locks, and says so', async () => {
    const manifest = (await unpack(await readBytes(path))).find(({ name }) => name === 'manifest.json')!
    expect(JSON.parse(manifest.bytes.toString('utf8'))).toMatchObject({ minReader: 2 })
  })
})

describe('after the declaration that no recusal is needed', () => {
  it('opens whole, with its attachments, and its key and ciphertext are gone', async () => {
    await take(expert, path)
    await say(expert, declared(first))
    const { taken, doneBytes, totalBytes } = succeeded(await open(expert, first))
    expect(taken?.records.map(({ type }) => type)).toEqual(['dossier.saved', 'bundle.imported', 'lock.settled'])
    expect([doneBytes, totalBytes]).toEqual([fileOf(first).length, fileOf(first).length])
    const { bytes } = succeeded(
      await expert.call('attachment:read', { sha256: digestOf(fileOf(first)).sha256, offset: 0, length: 4_000_000 }),
    )
    expect(Buffer.from(bytes).equals(fileOf(first))).toBe(true)
    expect(await filesUnder(expert, 'keys')).toHaveLength(1)
    expect(await filesUnder(expert, 'parts')).toHaveLength(2)
    expect(succeeded(await open(expert, first)).taken).toMatchObject({ records: [] })
    expect(await canTake(expert, path)).toBe(false)
  })

  it('leaves the other dossier of the bundle closed', async () => {
    await take(expert, path)
    await say(expert, declared(first))
    succeeded(await open(expert, first))
    expect(failure(await open(expert, second)).code).toBe('lock.undeclared')
    expect(JSON.stringify(await recordsOf(expert))).not.toContain(secrets[second])
  })

  it('opens at once what comes to an expert who has declared before', async () => {
    await take(expert, path)
    await say(expert, declared(first))
    succeeded(await open(expert, first))
    const { stageId } = succeeded(await stage(expert, await send(null)))
    const { records } = succeeded(await expert.call('bundle:commit', { stageId }))
    expect(records.map(({ type }) => type)).toContain('lock.settled')
    expect(succeeded(await open(expert, first)).taken).toMatchObject({ records: [] })
    expect(failure(await open(expert, second)).code).toBe('lock.undeclared')
  })

  it('is undone and done again together with the import that it came by', async () => {
    await take(expert, path)
    await say(expert, declared(first))
    succeeded(await open(expert, first))
    const { bundleId } = (await recordsOf(expert)).find(({ type }) => type === 'bundle.imported')!.payload as {
      bundleId: string
    }
    const { preview } = succeeded(await expert.call('import:preview-undo', { bundleId, redo: false }))
    expect(preview.changes.map(({ type }) => type)).toEqual(
      expect.arrayContaining(['dossier.saved', 'dossier.locked', 'panel.saved']),
    )
  })

  it('opens a lock whose key is for this very desk, and says so where it is for another one', async () => {
    const card = async (desk: Desk) => {
      const recordIds = (await recordsOf(desk)).filter(({ type }) => type === 'desk.introduced').map(({ id }) => id)
      return (await exportInTheOpen(desk, recordIds, '名片.lsb', 'opinion')).file.path
    }
    await take(division, await card(expert))
    const forExpert = await send(await keyIdOf(expert))
    const other = await createDesk('expert', '示例专家甲的另一台')
    for (const desk of [expert, other]) {
      await take(desk, forExpert)
      await say(desk, declared(first))
    }
    expect(failure(await open(other, first)).code).toBe('lock.other-desk')
    expect(await has(other, first)).toBe(false)
    succeeded(await open(expert, first))
    expect(await has(expert, first)).toBe(true)
    await other.host.close()
  })
})

describe('after the declaration of a ground', () => {
  it('stays closed for good: the key is destroyed, also after importing again, restoring and declaring again', async () => {
    await take(expert, path)
    await expert.call('profile:lock', undefined)
    succeeded(await expert.call('profile:unlock', { passphrase }))
    expect(await say(expert, declared(first, [3]))).toEqual(['recusal.declared', 'lock.settled'])
    expect(failure(await open(expert, first)).code).toBe('lock.destroyed')
    expect(await filesUnder(expert, 'keys')).toHaveLength(1)
    expect(await filesUnder(expert, 'parts')).toHaveLength(2)
    expect(await canTake(expert, path)).toBe(false)

    const { snapshots } = await expert.call('snapshot:list', undefined)
    const oldest = snapshots.at(-1)!
    succeeded(await expert.call('snapshot:restore', { name: oldest.name }))
    expect(failure(await open(expert, first)).code).toBe('lock.destroyed')
    expect(await canTake(expert, path)).toBe(false)

    await say(expert, declared(first))
    expect(failure(await open(expert, first)).code).toBe('lock.destroyed')
    expect(await canTake(expert, path)).toBe(false)
    expect(JSON.stringify(await recordsOf(expert))).not.toContain(secrets[first])
    expect(await has(expert, first)).toBe(false)

    // The division decides otherwise and sends anew: another lock, another key.
    await take(expert, await send(null))
    succeeded(await open(expert, first))
    expect(await has(expert, first)).toBe(true)
  })

  it('is closed at the next opening if the desk was killed between the declaration and the destruction', async () => {
    await take(expert, path)
    const { lockId } = await lockOf(expert, first)
    const [kept] = (await filesUnder(expert, 'keys')).filter((file) => file.includes(lockId))
    const bytes = await readFile(kept!)
    await say(expert, declared(first, [1]))
    const root = expert.root
    await expert.host.close()
    await writeFile(kept!, bytes)
    const again = await startHost(root)
    succeeded(await again.call('profile:unlock', { passphrase }))
    expect(await filesUnder(again, 'keys')).not.toContain(kept)
    expect(failure(await open(again, first)).code).toBe('lock.destroyed')
    await again.host.close()
  })
})

describe('what was lost comes again with the same bundle', () => {
  it.each(['keys', 'parts'])('%s that are gone', async (folder) => {
    await take(expert, path)
    await say(expert, declared(first))
    await rm(join(expert.root, '工作目录', 'locks', folder), { recursive: true })
    const { code } = failure(await open(expert, first))
    expect(code).toBe(folder === 'keys' ? 'lock.key-missing' : 'lock.part-missing')
    await take(expert, path)
    succeeded(await open(expert, first))
    expect(await has(expert, first)).toBe(true)
  })
})

describe('a hostile or broken lock', () => {
  type Keys = { locks: BundleLock[] }

  it('a key of another dossier, or any other key, opens nothing', async () => {
    const sender = await makeIdentity('division', '示例换钥匙者')
    const payloads = [await lockOf(division, first), await lockOf(division, second)]
    const newest = await readBytes(await send(null))
    const blobs = (await unpack(newest)).filter(({ name }) => name.startsWith('blobs/'))
    const { locks } = JSON.parse(
      (await unpack(newest)).find(({ name }) => name === 'manifest.json')!.bytes.toString('utf8'),
    ) as Keys
    const current = [await lockOf(division, first), await lockOf(division, second)]
    expect(current).not.toEqual(payloads)
    const forge = async (stated: readonly Payload<'dossier.locked'>[], keys: readonly BundleLock[]) => {
      const records = writeRecords(
        sender,
        stated.map((payload) => action('dossier.locked', payload)),
      )
      const plain = await makeBundle({
        kind: 'assignment',
        from: sender,
        records,
        blobs: blobs.map(({ bytes }) => bytes),
      })
      return rework(
        plain,
        sender,
        (entries) => entries,
        (manifest) => ({ ...manifest, minReader: 2, locks: [...keys] }),
      )
    }
    const [one, two] = current as [Payload<'dossier.locked'>, Payload<'dossier.locked'>]
    const [keyOne, keyTwo] = one.lockId === locks[0]!.lockId ? locks : [...locks].reverse()
    const anyKey: BundleLock['key'] = { kind: 'bundle', key: Buffer.alloc(32, 7).toString('base64') }
    const cases: readonly [string, Uint8Array][] = [
      [
        'keys swapped',
        await forge(current, [
          { ...keyOne!, key: keyTwo!.key },
          { ...keyTwo!, key: keyOne!.key },
        ]),
      ],
      ['any key', await forge(current, [{ ...keyOne!, key: anyKey }, keyTwo!])],
      [
        'records swapped',
        await forge(
          [
            { ...one, body: two.body },
            { ...two, body: one.body },
          ],
          locks,
        ),
      ],
      [
        'attachments swapped',
        await forge(
          [
            { ...one, files: two.files },
            { ...two, files: one.files },
          ],
          locks,
        ),
      ],
      [
        'called another dossier',
        await forge([{ ...one, dossierId: two.dossierId, panelId: one.dossierId as never }], [keyOne!]),
      ],
    ]
    for (const [what, bundle] of cases) {
      const desk = await createDesk('expert', '示例专家甲')
      await take(desk, bundle)
      const lock = (await recordsOf(desk)).find(({ type }) => type === 'dossier.locked')!
        .payload as Payload<'dossier.locked'>
      const own = declared(lock.dossierId)
      await say(desk, action('recusal.declared', { ...own.payload, panelId: lock.panelId }))
      const before = (await recordsOf(desk)).length
      expect([what, failure(await desk.call('lock:open', { lockId: lock.lockId })).code]).toEqual([what, 'lock.broken'])
      expect((await recordsOf(desk)).length).toBe(before)
      expect(await has(desk, first)).toBe(false)
      await desk.host.close()
    }
  })

  it('a part that is left out, cut off or counted twice is refused with the whole bundle', async () => {
    const sender = await makeIdentity('division', '示例发件处室')
    const whole = await readBytes(path)
    const entries = await unpack(whole)
    const { locks } = JSON.parse(entries.find(({ name }) => name === 'manifest.json')!.bytes.toString('utf8')) as Keys
    const parts = entries.filter(({ name }) => name.startsWith('blobs/')).map(({ bytes }) => bytes)
    const payload = (await recordsOf(division))
      .filter(({ type }) => type === 'dossier.locked')
      .map((record) => record.payload as Payload<'dossier.locked'>)
      .find(({ lockId }) => lockId === locks[0]!.lockId)!
    const forge = async (blobs: readonly Uint8Array[], stated = payload, keys = locks.slice(0, 1)) => {
      const records = writeRecords(sender, [action('dossier.locked', stated)])
      const plain = await makeBundle({ kind: 'assignment', from: sender, records, blobs })
      return rework(
        plain,
        sender,
        (all) => all,
        (manifest) => ({ ...manifest, minReader: 2, locks: [...keys] }),
      )
    }
    const isOf = (sha256: string) => (bytes: Uint8Array) => digestOf(bytes).sha256 === sha256
    const body = parts.find(isOf(payload.body.sha256))!
    const without = parts.filter((bytes) => bytes !== body)
    const cases = [
      await forge(without),
      await forge([...without, body.subarray(0, -1)]),
      await forge(parts, { ...payload, files: [payload.body] }),
      await forge(parts, payload, [locks[0]!, locks[0]!]),
      await forge(parts, payload, [{ ...locks[0]!, lockId: 'f'.repeat(32) }]),
    ]
    for (const bundle of cases) expect(failure(await stage(expert, bundle)).code).toBe('bundle.lock')
    const keyless = await makeBundle({
      kind: 'assignment',
      from: sender,
      records: writeRecords(sender, [action('dossier.locked', payload)]),
      blobs: parts,
    })
    const { report } = succeeded(await stage(expert, keyless))
    expect(report.items.find(({ type }) => type === 'dossier.locked')).toMatchObject({
      outcome: 'rejected',
      reason: 'lock-without-key',
    })
  })
})

describe('a large dossier', () => {
  it('opens in portions, and goes on where it was stopped or killed', async () => {
    const files = [1, 2, 3].map((index) => new Uint8Array(16_100_000).fill(index))
    for (const bytes of files) succeeded(await division.call('attachment:put', { bytes }))
    const { file } = succeeded(
      await division.call('bundle:export', {
        protect: { kind: 'none' },
        kind: 'assignment',
        to: '示例专家甲',
        recordIds: inTheOpen,
        attachments: [],
        fileName: '大案卷.lsb',
        locks: [
          {
            panelId: panelId,
            dossierId: first,
            expertId: expertA,
            keyId: null,
            recordIds: [versions[first]!],
            attachments: files.map((bytes) => digestOf(bytes).sha256),
          },
        ],
      }),
    )
    const root = await temporaryFolder()
    const desk = await startHost(root)
    succeeded(await desk.call('profile:create', { role: 'expert', name: '示例专家甲', unit: '示例单位', passphrase }))
    await take(desk, file.path)
    await say(desk, declared(first))
    expect(succeeded(await open(desk, first))).toEqual({
      kind: 'done',
      doneBytes: 32_200_000,
      totalBytes: 48_300_000,
      taken: null,
    })
    await desk.host.close()
    const again = await startHost(root)
    succeeded(await again.call('profile:unlock', { passphrase }))
    const { taken } = succeeded(await open(again, first))
    expect(taken).not.toBeNull()
    await again.host.close()
  })
})
