import { randomUUID } from 'node:crypto'
import { mkdirSync, renameSync } from 'node:fs'
import { join, relative } from 'node:path'
import type { Action } from '@shared/records/payloads'
import { expertA, opinionReturned, opinionSealed, recusalDeclared } from '../../integration/host/review-actions'
import type { BlackBox } from './black-box'
import type { Ledger } from './ledger'
import { exchangeOf, passphrase, profileOf, stickOf } from './places'

/** A world to begin from: `division` with a history, `expert` with an assignment not yet taken in, or none. */
export type World = 'none' | 'division' | 'expert'

export type Job = {
  readonly name: string
  readonly world: World
  /** `start`: the host itself is started with the disk already faulty. */
  readonly from: 'start' | 'open'
  /** Makes the world what the job needs, before anything can fail. */
  readonly prepare?: (root: string) => void
  readonly run: (desk: BlackBox, ledger: Ledger) => Promise<void>
}

async function append(desk: BlackBox, { note }: Ledger, ...actions: Action[]): Promise<void> {
  note({ kind: 'asked-records', count: actions.length })
  const { records } = await desk.must('journal:append', { actions })
  note({ kind: 'records', ids: records.map((record) => record.id) })
}

async function putDraft(desk: BlackBox, { note }: Ledger, key: string, value: unknown): Promise<void> {
  note({ kind: 'asked-draft', key, value })
  await desk.must('draft:put', { key, value })
  note({ kind: 'draft', key, value })
}

async function deleteDraft(desk: BlackBox, { note }: Ledger, key: string): Promise<void> {
  note({ kind: 'asked-draft', key, value: null })
  await desk.must('draft:delete', { key })
  note({ kind: 'draft', key, value: null })
}

async function putAttachment(desk: BlackBox, { note }: Ledger, bytes: Uint8Array<ArrayBuffer>): Promise<void> {
  const { sha256, size } = await desk.must('attachment:put', { bytes })
  note({ kind: 'attachment', sha256, size })
}

const open = async (desk: BlackBox, { note }: Ledger): Promise<void> => {
  await desk.unlock()
  const { profile } = await desk.call('app:get-status', undefined)
  if (profile.kind === 'open') note({ kind: 'desk', keyId: profile.desk.keyId })
}

const edit: Job['run'] = async (desk, ledger) => {
  for (const reason of ['甲（示例）', '乙（示例）'.repeat(400)]) await append(desk, ledger, opinionReturned(reason))
}

let sealed = 0
/** Each time the next version: a version is sealed once. */
const seal: Job['run'] = async (desk, ledger) => {
  sealed += 1
  await append(desk, ledger, recusalDeclared(expertA), opinionSealed(expertA, sealed, '同意（示例）'.repeat(300)))
}

const drafts: Job['run'] = async (desk, ledger) => {
  await putDraft(desk, ledger, '意见/1', { text: '正在写（示例）' })
  // Enough for the file to be written anew without what was overtaken.
  for (let round = 0; round < 5; round += 1) await putDraft(desk, ledger, '意见/2', '长'.repeat(9000 + round))
  await deleteDraft(desk, ledger, '意见/1')
  await putDraft(desk, ledger, '意见/1', { text: '又写（示例）' })
}

const attach: Job['run'] = async (desk, ledger) => {
  for (const [size, fill] of [
    [200_000, 3],
    [1, 4],
  ] as const) {
    await putAttachment(desk, ledger, new Uint8Array(size).fill(fill))
  }
}

const exportBundle: Job['run'] = async (desk, ledger) => {
  const records = await desk.readAll()
  const saved = records.filter((record) => record.type === 'dossier.saved')
  const materials = saved.flatMap(
    (record) => (record.payload as { content: { materials: { sha256: string }[] } }).content.materials,
  )
  for (const fileName of ['归档 一.lsb', '归档 二.lsb']) {
    const { file } = await desk.must('bundle:export', {
      protect: { kind: 'none' },
      kind: 'archive',
      to: '示例',
      recordIds: saved.map((record) => record.id),
      attachments: [...new Set(materials.map((material) => material.sha256))],
      fileName,
      folder: stickOf(desk.root),
    })
    ledger.note({ kind: 'file', path: relative(desk.root, file.path), sha256: file.sha256, size: file.size })
  }
}

const importBundle: Job['run'] = async (desk, ledger) => {
  const staged = await desk.must('bundle:stage', { kind: 'place', place: join(stickOf(desk.root), '送审.lsb') })
  ledger.note({ kind: 'asked-records', count: 100 })
  const { records } = await desk.must('bundle:commit', { stageId: staged.stageId })
  ledger.note({ kind: 'records', ids: records.map((record) => record.id) })
  const saved = records.find((record) => record.type === 'dossier.saved')
  for (const { sha256, size } of (saved?.payload as { content: { materials: { sha256: string; size: number }[] } })
    .content.materials) {
    ledger.note({ kind: 'attachment', sha256, size })
  }
}

const snapshot: Job['run'] = async (desk, ledger) => {
  for (const reason of ['丙（示例）', '丁（示例）']) {
    await append(desk, ledger, opinionReturned(reason))
    await desk.call('profile:lock', undefined)
    await desk.unlock()
  }
}

const restore: Job['run'] = async (desk, ledger) => {
  await append(desk, ledger, opinionReturned('戊（示例）'))
  const { snapshots } = await desk.call('snapshot:list', undefined)
  await desk.must('snapshot:restore', { name: snapshots[0]!.name })
  await append(desk, ledger, opinionReturned('己（示例）'))
}

const settings: Job['run'] = async (desk, { note }) => {
  for (const exchangeFolder of [stickOf(desk.root), exchangeOf(desk.root)]) {
    note({ kind: 'asked-settings', exchangeFolder })
    await desk.must('exchange:set-folder', { folder: exchangeFolder })
    note({ kind: 'settings', exchangeFolder })
  }
}

const writeDocuments: Job['run'] = async (desk, { note }) => {
  const { artifacts } = await desk.must('document:render', {
    model: {
      id: 'opinion-1',
      kind: 'panel-opinion',
      title: '示例联盟意见',
      subject: '示例',
      createdAt: '2026-11-20T01:00:00Z',
      layout: { kind: 'plain' },
      pageNumbers: true,
      blocks: [{ kind: 'paragraph', content: '示例。' }],
    },
    sign: true,
  })
  const items = artifacts.map(({ artifactId, format }) => ({ artifactId, fileName: `意见.${format}` }))
  const folder = stickOf(desk.root)
  for (const newFolder of [undefined, '批次一']) {
    const { files } = await desk.must('document:write', {
      items,
      folder,
      ...(newFolder !== undefined && { newFolder }),
    })
    for (const { path, sha256, size } of files) note({ kind: 'file', path: relative(desk.root, path), sha256, size })
  }
}

const createProfile: Job['run'] = async (desk, ledger) => {
  const { desk: made } = await desk.must('profile:create', {
    role: 'division',
    name: '示例处室',
    unit: '示例厅',
    passphrase,
  })
  ledger.note({ kind: 'desk', keyId: made.keyId })
  await append(desk, ledger, opinionReturned('第一条（示例）'))
}

/** Moves a file of the profile out of the world: it is lost, but nothing else is. */
const lose =
  (...names: string[]) =>
  (root: string): void => {
    const lost = `${root}-lost-${randomUUID()}`
    mkdirSync(lost)
    for (const name of names) renameSync(join(profileOf(root), name), join(lost, name))
  }

export const jobs: readonly Job[] = [
  { name: 'create', world: 'none', from: 'start', run: createProfile },
  { name: 'open', world: 'division', from: 'start', run: open },
  { name: 'edit', world: 'division', from: 'open', run: edit },
  { name: 'seal', world: 'division', from: 'open', run: seal },
  { name: 'drafts', world: 'division', from: 'open', run: drafts },
  { name: 'attach', world: 'division', from: 'open', run: attach },
  { name: 'export', world: 'division', from: 'open', run: exportBundle },
  { name: 'import', world: 'expert', from: 'open', run: importBundle },
  { name: 'snapshot', world: 'division', from: 'open', run: snapshot },
  { name: 'restore', world: 'division', from: 'open', run: restore },
  { name: 'repair', world: 'division', from: 'start', prepare: lose('keys.json', 'profile.json'), run: open },
  { name: 'settings', world: 'division', from: 'open', run: settings },
  { name: 'documents', world: 'division', from: 'open', run: writeDocuments },
]
