import { mkdir } from 'node:fs/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Identity } from '@host/keys/identity'
import { auditAtOnce } from '@host/audit/audit-trail'
import { bundleSource } from '@host/audit/bundle-source'
import { readBundle, readSealedParts } from '@host/bundles/read-bundle'
import { memorySource } from '@host/bytes/byte-source'
import { verifyFile } from '@host/verify/verify-file'
import { canonicalJson } from '@shared/lib/canonical-json'
import type { Action } from '@shared/records/payloads'
import { makeBundle, makeIdentity, rework, writeRecords, type Entry } from './bundle-fixture'
import { createDesk, failure, hashTree, removeTemporaryFolders, succeeded, type Desk } from './desk-fixture'
import { action, assignmentIssued, dossierId, dossierSaved, expertA, panelSaved } from './review-actions'

let desk: Desk
let sender: Identity
let before: Record<string, string>

beforeAll(async () => {
  desk = await createDesk('expert', '示例专家甲')
  await mkdir(desk.exchange, { recursive: true })
  sender = await makeIdentity('division', '示例处室')
  before = await hashTree(desk.root)
})
afterAll(async () => {
  await desk.host.close()
  await removeTemporaryFolders()
})

const known: readonly Action[] = [dossierSaved(1), panelSaved(), assignmentIssued(expertA)]
const gift = action('gift.given' as never, { dossierId, to: '示例' })

type ManifestChange = NonNullable<Parameters<typeof rework>[3]>

/** A bundle as a newer program writes it: its own actions, entries in the room for new ones, members of the list. */
async function newerBundle(
  actions: readonly Action[],
  manifest: ManifestChange = (value) => ({ ...value, format: 'lianshen/1.4' }),
  entries: readonly Entry[] = [],
): Promise<Buffer> {
  const records = writeRecords(sender, actions)
  const plain = await makeBundle({ kind: 'assignment', from: sender, records })
  return rework(plain, sender, (old) => [...old, ...entries], manifest)
}

const stage = (bytes: Uint8Array) =>
  desk.call('bundle:stage', { kind: 'bytes', fileName: '来包.lsb', bytes: Uint8Array.from(bytes) })

/** Stages a bundle that may only be looked at: committing it is refused, and not one byte of the profile changes. */
async function lookedAt(bytes: Uint8Array) {
  const { stageId, report } = succeeded(await stage(bytes))
  expect(report.canCommit).toBe(false)
  const refusal = failure(await desk.call('bundle:commit', { stageId }))
  expect(refusal).toMatchObject({ code: 'bundle.not-understood', params: { fileName: '来包.lsb' } })
  await desk.call('bundle:discard', { stageId })
  expect(await hashTree(desk.root)).toEqual(before)
  if (report.notUnderstood === null) throw new Error('nothing is listed')
  return { report, list: report.notUnderstood, refusal }
}

describe('a bundle of a newer minor version', () => {
  it('with everything that one may add is verified and shown, and nothing of it is taken', async () => {
    const [dossier] = known
    const panel = panelSaved()
    const bytes = await newerBundle(
      [
        action('dossier.saved', { ...dossier!.payload, sealedOn: '2027-01-01' }),
        action('panel.saved', { ...panel.payload, chairs: [{ deputy: 1 }] }),
        gift,
        gift,
        assignmentIssued(expertA),
      ],
      (value) => ({
        ...value,
        format: 'lianshen/1.4',
        hints: { a: 1 },
        files: value.files.map((file) => ({ ...file, note: '示例' })),
      }),
      [{ name: 'more/seals/one.json', bytes: Buffer.from('{}') }],
    )
    const { list, report, refusal } = await lookedAt(bytes)
    expect(list).toMatchObject({
      format: 'lianshen/1.4',
      fields: ['files[].note', 'hints'],
      entries: ['more/seals/one.json'],
      recordCount: 4,
    })
    expect(list.records).toEqual([
      expect.objectContaining({ type: 'dossier.saved', reason: 'unknown-fields', fields: ['sealedOn'], count: 1 }),
      expect.objectContaining({ type: 'panel.saved', reason: 'unknown-fields', fields: ['chairs'], dossier: null }),
      expect.objectContaining({ type: 'gift.given', reason: 'unknown-type', count: 2, author: '示例处室（示例单位）' }),
    ])
    // The name of the dossier stands in a version that is not understood whole, and is shown all the same.
    expect(report.dossiers).toMatchObject([{ dossierId, version: 1, readOnly: 4, new: 0, rejected: 0 }])
    expect(list.records[2]?.dossier).toBe(report.dossiers[0]?.name)
    expect(report.dossiers[0]?.name).not.toBe('')
    expect(new Set(report.items.map(({ outcome }) => outcome))).toEqual(new Set(['read-only']))
    expect(refusal.params['what']).toContain('gift.given × 2')
  })

  it('that names itself newer although every name in it is known is looked at only as well', async () => {
    const { list } = await lookedAt(await newerBundle(known))
    expect(list).toMatchObject({ format: 'lianshen/1.4', fields: [], entries: [], recordCount: 0 })
  })

  it('is read the same by the reader, by verifying, by the audit and when it comes again', async () => {
    const bytes = await newerBundle([...known, gift])
    const opened = await readBundle(memorySource(bytes))
    expect(opened.newer).toEqual({ format: 'lianshen/1.4', fields: [], entries: [] })
    expect('hints' in opened.manifest).toBe(false)
    const report = await verifyFile({ fileName: '来包.lsb', bytes }, null)
    expect(report.verdict).toBe('intact')
    expect(report.problems).toEqual([
      { code: 'newer-minor', params: { format: 'lianshen/1.4' } },
      { code: 'not-understood', params: { what: 'gift.given × 1' } },
    ])
    const trail = await auditAtOnce(bundleSource(await readSealedParts(memorySource(bytes))))
    expect(trail.report).toMatchObject({ breaches: [], notUnderstood: 1 })
    const { report: first } = await lookedAt(bytes)
    const { report: again } = await lookedAt(bytes)
    expect(again).toEqual(first)
  })

  it('whose sender says more of itself in key and introduction is shown', async () => {
    const statement = { ...sender.statement, phone: '示例' }
    const records = writeRecords(sender, known, (record, index) =>
      index === 0 ? { ...record, payload: statement } : record,
    )
    const plain = await makeBundle({ kind: 'assignment', from: sender, records, statements: [statement] })
    const bytes = await rework(
      plain,
      sender,
      (entries) => entries,
      (value) => ({ ...value, format: 'lianshen/1.1' }),
    )
    const { list } = await lookedAt(bytes)
    expect(list.fields).toEqual(['keys: phone'])
    // Without saying that it is newer, a key file of another shape is a wrong one.
    expect(failure(await stage(plain)).code).toBe('bundle.key-replaced')
  })
})

describe('a bundle that claims the format of this version', () => {
  it('and holds a record that only a newer one understands is looked at only: the rest alone could mean something else', async () => {
    const panel = panelSaved()
    for (const [actions, reason] of [
      [[...known, gift], 'unknown-type'],
      [[dossierSaved(1), action('panel.saved', { ...panel.payload, hint: 1 })], 'unknown-fields'],
    ] as const) {
      const bytes = await newerBundle(actions, (value) => value)
      const { list } = await lookedAt(bytes)
      expect(list).toMatchObject({ format: null, recordCount: 1, records: [{ reason }] })
    }
    const records = writeRecords(sender, known, (record, index) => (index === 2 ? { ...record, v: 2 } : record))
    const { list } = await lookedAt(await makeBundle({ kind: 'assignment', from: sender, records }))
    expect(list.records).toMatchObject([{ type: 'panel.saved', reason: 'newer-version', v: 2 }])
  })

  it('has no room for anything else: members and entries of a newer one are refused', async () => {
    const same: ManifestChange = (value) => value
    const entry = { name: 'more/seals/one.json', bytes: Buffer.from('{}') }
    expect(failure(await stage(await newerBundle(known, same, [entry]))).code).toBe('bundle.foreign-entry')
    const hinted = await newerBundle(known, (value) => ({ ...value, hint: 1 }))
    expect(failure(await stage(hinted)).code).toBe('bundle.manifest-invalid')
  })
})

describe('saying that one is newer opens no door', () => {
  const claims: ManifestChange = (value) => ({ ...value, format: 'lianshen/1.4' })
  it.each<[string, string, ManifestChange, readonly Entry[]]>([
    ['a member of another shape', 'bundle.manifest-invalid', (value) => ({ ...claims(value), to: 7 }), []],
    ['another kind', 'bundle.manifest-invalid', (value) => ({ ...claims(value), kind: 'gift' }), []],
    ['a higher least reader', 'bundle.newer-format', (value) => ({ ...claims(value), minReader: 3 }), []],
    ['another suite', 'bundle.unknown-suite', (value) => ({ ...claims(value), suite: 'sm2-sm3/1' }), []],
    ['an entry outside the room', 'bundle.foreign-entry', claims, [{ name: 'seals/a', bytes: Buffer.from('x') }]],
    ['an entry that climbs out', 'bundle.foreign-entry', claims, [{ name: 'more/../a', bytes: Buffer.from('x') }]],
    [
      'an entry that is not listed',
      'bundle.unlisted-entry',
      (value) => ({ ...claims(value), files: value.files.filter(({ path }) => !path.startsWith('more/')) }),
      [{ name: 'more/seals/a', bytes: Buffer.from('x') }],
    ],
    [
      'an entry with another hash',
      'bundle.wrong-hash',
      (value) => ({
        ...claims(value),
        files: value.files.map((file) => (file.path.startsWith('more/') ? { ...file, sha256: 'e'.repeat(64) } : file)),
      }),
      [{ name: 'more/seals/a', bytes: Buffer.from('x') }],
    ],
  ])('%s is refused', async (_, code, change, entries) => {
    const answer = await stage(await newerBundle(known, change, entries))
    expect(failure(answer).code).toBe(code)
    expect(await hashTree(desk.root)).toEqual(before)
  })

  it('nor for a list that another key signed, or a record that was changed', async () => {
    const stranger = await makeIdentity('division', '示例他人')
    const bytes = await newerBundle(known)
    const signedByOther = await rework(bytes, stranger, (entries) => entries, claims)
    expect(failure(await stage(signedByOther)).code).toBe('bundle.manifest-signature')
    const changed = await rework(
      bytes,
      sender,
      (entries) =>
        entries.map((entry) =>
          entry.name.startsWith('records/')
            ? { ...entry, bytes: Buffer.from(entry.bytes.toString('utf8').replace('示例评审会', '他人评审会')) }
            : entry,
        ),
      claims,
    )
    expect(failure(await stage(changed)).code).toBe('bundle.record-changed')
  })

  it('and what a newer record says is never read as anything', async () => {
    const script = action('x<img src=x onerror=alert(1)>' as never, { constructor: { a: 1 }, dossierId: '../../x' })
    const { list } = await lookedAt(await newerBundle([...known, script]))
    expect(list.records).toMatchObject([{ type: 'x<img src=x onerror=alert(1)>', dossier: null }])
    expect(canonicalJson(list as never)).not.toContain('../../x')
  })
})
