import { createHash, verify, X509Certificate } from 'node:crypto'
import { access, readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { HostError } from '@shared/ipc/contract'
import { HostFailure } from '@host/lib/failure'
import { createTranslator } from '@shared/messages/translate'
import { sentenceOf } from '@shared/messages/translator'
import { recordDomainTag, recordId, type RecordEnvelope } from '@shared/records/record'
import { opinionReturned } from '../../integration/host/review-actions'
import { BlackBox, isFailed } from './black-box'
import type { Line } from './ledger'
import { exchangeOf, passphrase, profileOf, stickOf } from './places'

/** What was found: nothing wrong if `problems` is empty. `codes` are the sentences that the person was told. */
export type Finding = { readonly problems: readonly string[]; readonly codes: readonly string[] }

type Options = {
  /** Damage may need a person: the snapshot that the desk itself names is then restored. */
  readonly mayRestore?: boolean
  /** The journal is taken for one that is too large to be compared at opening: what is wrong is found behind. */
  readonly isLarge?: boolean
}

/** Opens a world again as the person would, and holds it against the ledger. */
export async function checkWorld(root: string, lines: readonly Line[], options: Options = {}): Promise<Finding> {
  const problems: string[] = []
  const codes = new Set<string>()
  let desk: BlackBox | null = null
  try {
    desk = await startDesk(root, options, codes)
    problems.push(...(await checkDesk(desk, lines, options, codes)))
    await desk.close()
    desk = null
    problems.push(...(await strayFiles(root)))
  } catch (error) {
    problems.push(`does not open: ${String(error)}`)
  } finally {
    await desk?.close().catch(() => undefined)
  }
  return { problems, codes: [...codes] }
}

/** A damaged lock may be anybody's: the person is asked, and says that nobody else has the profile. */
async function startDesk(
  root: string,
  { mayRestore = false, isLarge = false }: Options,
  codes: Set<string>,
): Promise<BlackBox> {
  try {
    return await BlackBox.start(root, isLarge ? { sizes: { comparedAtOnce: 0, snapshotPiece: 4096 } } : {})
  } catch (error) {
    if (!mayRestore || !(error instanceof HostFailure) || error.error.code !== 'profile.held-unknown') throw error
    codes.add(error.error.code)
    return BlackBox.start(root, { lock: { takeOver: 'any', renewEveryMs: 3_600_000 } })
  }
}

async function checkDesk(
  desk: BlackBox,
  lines: readonly Line[],
  { mayRestore = false, isLarge = false }: Options,
  codes: Set<string>,
): Promise<string[]> {
  const problems: string[] = []
  const expected = lines.findLast((line) => line.kind === 'desk')
  const note = async () => {
    const { notices } = await desk.call('app:get-status', undefined)
    for (const notice of notices) {
      codes.add(notice.code)
      problems.push(...(await checkNotice(notice)))
    }
    return notices
  }
  await note()
  const { profile } = await desk.call('app:get-status', undefined)
  if (profile.kind === 'none') {
    if (expected !== undefined) problems.push('the desk is gone')
    // Creating it was never acknowledged: it can be created now.
    else await desk.must('profile:create', { role: 'division', name: '示例处室', unit: '示例厅', passphrase })
    return [...problems, ...(await checkFiles(desk.root, lines))]
  }
  if (expected !== undefined && profile.desk.keyId !== expected.keyId) problems.push('another desk')
  await desk.unlock()
  if (isLarge) await lookOver(desk)
  const notices = await note()
  const restorable = notices.find(({ code }) => code === 'snapshot.can-restore' || code === 'snapshot.journal-shorter')
  if (mayRestore && restorable !== undefined) {
    await desk.must('snapshot:restore', { name: String(restorable.params['name']) })
    await note()
  }
  const records = await desk.readAll()
  problems.push(...checkRecords(records, lines))
  problems.push(...(await checkDrafts(desk, lines)))
  problems.push(...(await checkAttachments(desk, lines)))
  problems.push(...(await checkSettings(desk, lines)))
  problems.push(...(await checkFiles(desk.root, lines)))
  await exportOver(desk, records)
  const more = await desk.call('journal:append', { actions: [opinionReturned('之后（示例）')] })
  if (isFailed(more)) problems.push(`takes no more records: ${more.error.code}`)
  const draft = await desk.call('draft:put', { key: '之后', value: '示例' })
  if (isFailed(draft)) problems.push(`takes no more drafts: ${draft.error.code}`)
  return problems
}

/** Lets everything be verified that opening left to be verified, and waits until what was found is told. */
export async function lookOver(desk: BlackBox): Promise<void> {
  await desk.must('journal:check-begin', undefined)
  for (let waited = 0; waited < 400; waited += 1) {
    const { running, fault } = await desk.call('journal:check-status', undefined)
    const { notices } = await desk.call('app:get-status', undefined)
    // What snapshots say of damage follows it.
    const isTold = fault === null || notices.some(({ code }) => code.startsWith('snapshot.'))
    if (running === null && isTold) return
    await new Promise((resolve) => setTimeout(resolve, 5))
  }
}

const translators = [createTranslator('zh-CN'), createTranslator('en')]

/** A notice has its sentence in both languages, with every place in it filled; a file it names is there. */
export async function checkNotice({ code, params }: HostError): Promise<string[]> {
  const problems = translators
    .map((t) => sentenceOf(t, `error.${code}`, params) ?? '')
    .filter((text) => text.trim() === '')
    .map((text) => `not a sentence: ${text}`)
  const { aside } = params
  if (typeof aside === 'string' && !(await isThere(aside))) problems.push(`${code}: nothing was kept aside at ${aside}`)
  return problems
}

const isThere = (path: string): Promise<boolean> =>
  access(path).then(
    () => true,
    () => false,
  )

/** Every acknowledged record once, nothing that nobody asked for, signatures and chains good. */
function checkRecords(records: readonly RecordEnvelope[], lines: readonly Line[]): string[] {
  const problems: string[] = []
  const count = new Map<string, number>()
  for (const { id } of records) count.set(id, (count.get(id) ?? 0) + 1)
  const kept = lines.flatMap((line) => (line.kind === 'records' ? line.ids : []))
  const lost = kept.filter((id) => !count.has(id))
  if (lost.length > 0) problems.push(`${lost.length} acknowledged records are lost`)
  if ([...count.values()].some((times) => times > 1)) problems.push('a record is there twice')
  const lastAsked = lines.at(-1)
  const inFlight = lines.some((line) => line.kind === 'asked-records') ? 100 : 0
  const created = lines.some((line) => line.kind === 'records') ? 0 : 1
  if (records.length > kept.length + inFlight + created) problems.push(`records nobody asked for (${lastAsked?.kind})`)
  const keys = new Map(
    records
      .filter(({ type }) => type === 'desk.introduced')
      .map(({ author, payload }) => [
        author,
        new X509Certificate(Buffer.from(String(payload['certificate']), 'base64')).publicKey,
      ]),
  )
  const bySeq = new Map(records.map((record) => [`${record.author}/${record.seq}`, record]))
  for (const record of records) {
    const key = keys.get(record.author)
    const signed = Buffer.from(recordDomainTag + record.id)
    const options = { key: key!, dsaEncoding: 'ieee-p1363' as const }
    if (recordId(record) !== record.id) problems.push(`record ${record.id} is not what its id says`)
    if (key === undefined || !verify('sha256', signed, options, Buffer.from(record.sig, 'base64'))) {
      problems.push(`record ${record.id} has no good signature`)
    }
    const before = bySeq.get(`${record.author}/${record.seq - 1}`)
    if (before !== undefined && before.id !== record.prev) problems.push(`record ${record.id} breaks the chain`)
    if (before === undefined && record.seq > 1) problems.push(`record ${record.id} has nothing before it`)
  }
  return problems
}

export async function checkDrafts(desk: BlackBox, lines: readonly Line[]): Promise<string[]> {
  const present = new Map((await desk.call('draft:list', undefined)).map(({ key, value }) => [key, value]))
  const allowed = new Map<string, Set<string>>()
  for (const line of lines) {
    if (line.kind === 'draft') allowed.set(line.key, new Set([JSON.stringify(line.value)]))
    if (line.kind === 'asked-draft') {
      allowed.set(line.key, (allowed.get(line.key) ?? new Set(['null'])).add(JSON.stringify(line.value)))
    }
  }
  return [...allowed].flatMap(([key, values]) =>
    values.has(JSON.stringify(present.get(key) ?? null)) ? [] : [`draft ${key} is not what was acknowledged`],
  )
}

export async function checkAttachments(desk: BlackBox, lines: readonly Line[]): Promise<string[]> {
  const problems: string[] = []
  for (const line of lines) {
    if (line.kind !== 'attachment') continue
    const bytes = await readAttachment(desk, line.sha256, line.size)
    if (typeof bytes === 'string') problems.push(`attachment: ${bytes}`)
    else if (createHash('sha256').update(bytes).digest('hex') !== line.sha256) problems.push('an attachment changed')
  }
  return problems
}

/** The whole attachment, or the code of the refusal. */
export async function readAttachment(desk: BlackBox, sha256: string, size: number): Promise<Buffer | string> {
  const pieces: Uint8Array[] = []
  for (let offset = 0; offset < size;) {
    const answer = await desk.call('attachment:read', { sha256, offset, length: 65_536 })
    if (isFailed(answer)) return answer.error.code
    if (answer.bytes.length === 0) return 'shorter than it was'
    pieces.push(answer.bytes)
    offset += answer.bytes.length
  }
  return Buffer.concat(pieces)
}

async function checkSettings(desk: BlackBox, lines: readonly Line[]): Promise<string[]> {
  let allowed: string[] = []
  for (const line of lines) {
    if (line.kind === 'settings') allowed = [line.exchangeFolder]
    if (line.kind === 'asked-settings') allowed.push(line.exchangeFolder)
  }
  const { exchangeFolder } = await desk.call('app:get-status', undefined)
  return allowed.length === 0 || allowed.includes(exchangeFolder) ? [] : [`settings: ${exchangeFolder}`]
}

/** An acknowledged export is whole; one that was not is whole or absent. */
export async function checkFiles(root: string, lines: readonly Line[]): Promise<string[]> {
  const problems: string[] = []
  for (const line of lines) {
    if (line.kind !== 'file') continue
    const bytes = await readFile(join(root, line.path)).catch(() => null)
    if (bytes === null) problems.push(`the exported file ${line.path} is gone`)
    else if (createHash('sha256').update(bytes).digest('hex') !== line.sha256) {
      problems.push(`${line.path} is not whole`)
    }
  }
  return problems
}

/** A left-over in a folder that the desk does not know by itself goes with the next export into it. */
async function exportOver(desk: BlackBox, records: readonly RecordEnvelope[]): Promise<void> {
  const folder = stickOf(desk.root)
  if (!(await readdir(folder)).some((name) => name.endsWith('.part'))) return
  const what = { kind: 'archive' as const, to: '示例', recordIds: [records[0]!.id], attachments: [] }
  await desk.must('bundle:export', { protect: { kind: 'none' }, ...what, fileName: '再来.lsb', folder })
}

/** What an interrupted run left behind and nobody put away. */
async function strayFiles(root: string): Promise<string[]> {
  const problems: string[] = []
  for (const folder of [profileOf(root), exchangeOf(root), stickOf(root)]) {
    for (const name of await readdir(folder, { recursive: true }).catch(() => [])) {
      if (/(?:\.part|\.restored|lock\.\d+)$/u.test(name)) problems.push(`left behind: ${name}`)
    }
  }
  return problems
}
