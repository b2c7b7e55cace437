import { lstatSync, mkdirSync, readdirSync, readFileSync, readlinkSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { performance } from 'node:perf_hooks'
import { digestOf } from '@host/files/durable-file'
import type { HostError } from '@shared/ipc/contract'
import { createTranslator } from '@shared/messages/translate'
import { sentenceOf } from '@shared/messages/translator'
import { installFaultyDisk } from '../durability/disk/faulty-disk'
import { makeBundle, makeIdentity, writeRecords } from '../integration/host/bundle-fixture'
import { passphrase, startHost, succeeded, temporaryFolder, type Desk } from '../integration/host/desk-fixture'
import { assignmentIssued, dossierSaved, expertA, panelSaved } from '../integration/host/review-actions'
import type { EnvironmentCase, EnvironmentScene } from './environment-case'
import type { CaseResult } from './run-case'

/** Puts the faulty disk under this process. `worker` is the built thread that reads bundles. */
export async function openEnvironment(worker: URL): Promise<EnvironmentScene> {
  await installFaultyDisk()
  const root = await temporaryFolder()
  let desk: Desk = await startHost(root)
  mkdirSync(desk.exchange)
  succeeded(await desk.call('profile:create', { role: 'expert', name: '示例专家甲', unit: '示例单位', passphrase }))
  const blob = Buffer.alloc(3_000_000, '示例材料')
  const digest = digestOf(blob)
  const sender = await makeIdentity('division', '示例处室')
  const records = writeRecords(sender, [dossierSaved(1, [digest]), panelSaved(), assignmentIssued(expertA)])
  const large = await makeBundle({ kind: 'assignment', from: sender, records, blobs: [blob] })
  const bytes = Uint8Array.from(large)
  const { stageId } = succeeded(await desk.call('bundle:stage', { kind: 'bytes', fileName: '示例.lsb', bytes }))
  succeeded(await desk.call('bundle:commit', { stageId }))
  const target = join(desk.exchange, '导出（示例）.lsb')
  const dossier = records[1]?.id ?? ''
  return {
    root,
    exchange: desk.exchange,
    source: join(desk.exchange, '来包（示例）.lsb'),
    target,
    large,
    worker,
    stage: async (path) => {
      const answer = await desk.call('bundle:stage', { kind: 'place', place: path })
      if (answer.kind === 'done') await desk.call('bundle:discard', { stageId: answer.stageId })
      return answer
    },
    export: () =>
      desk.call('bundle:export', {
        protect: { kind: 'none' },
        kind: 'assignment',
        to: '示例',
        recordIds: [dossier],
        attachments: [digest.sha256],
        fileName: '导出（示例）.lsb',
      }),
    reopen: async () => {
      await desk.host.close()
      desk = await startHost(root)
      succeeded(await desk.call('profile:unlock', { passphrase }))
      return (await desk.call('app:get-status', undefined)).notices
    },
    close: () => desk.host.close(),
  }
}

/** Everything under a folder, links as links. */
function treeOf(folder: string): string {
  return (
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      // The lock is renewed while the desk is open, and what was verified is marked a while after an opening.
      .filter((name) => !/^(?:lock-\d+|journal\.(?:idx|mark).*)$/u.test(name))
      .sort()
      .map((name) => {
        const path = join(folder, name)
        const found = lstatSync(path)
        if (found.isSymbolicLink()) return `${name} -> ${readlinkSync(path)}`
        return found.isFile() ? `${name} ${digestOf(readFileSync(path)).sha256}` : name
      })
      .join('\n')
  )
}

/** Runs one case and says everything that is not as it must be; what it left in the exchange folder is removed. */
export async function runEnvironmentCase(hostile: EnvironmentCase, scene: EnvironmentScene): Promise<CaseResult> {
  try {
    return await judged(hostile, scene)
  } finally {
    rmSync(scene.exchange, { recursive: true, force: true })
    mkdirSync(scene.exchange)
  }
}

async function judged(hostile: EnvironmentCase, scene: EnvironmentScene): Promise<CaseResult> {
  const profile = join(scene.root, '工作目录')
  const before = treeOf(profile)
  const faults: string[] = []
  const start = performance.now()
  let message = ''
  let answers = 0
  for await (const answer of hostile.act(scene)) {
    if (typeof answer === 'string') {
      faults.push(answer)
      continue
    }
    answers += 1
    const code = answer.error?.code ?? answer.kind
    if (code !== hostile.expected) faults.push(`${code} ${JSON.stringify(answer.error?.params ?? {})}`)
    else if (answer.error !== undefined) {
      faults.push(...faultsOfSentence(answer.error))
      message = sentenceOf(createTranslator('zh-CN'), `error.${answer.error.code}`, answer.error.params) ?? ''
      const half = await leftHalf(scene, hostile.expected)
      if (half.length > 0) faults.push(`half-written: ${half.join(', ')}`)
    } else message = answer.kind
  }
  const ms = performance.now() - start
  if (answers === 0) faults.push('nothing was asked')
  // Opening a desk anew writes its lock and its snapshots; everything else leaves the profile as it is.
  if (hostile.expected !== 'exchange.interrupted' && treeOf(profile) !== before) faults.push('the profile was changed')
  return { faults: [...new Set(faults)], message, ms }
}

/**
 * What a refused export left of its file and is not whole: if the disk fails after the last step, that of making the
 * name safe, a whole file stays. A case's own things have the name of the source, or stand in the way by intent.
 */
async function leftHalf({ exchange, source, stage }: EnvironmentScene, expected: string): Promise<string[]> {
  if (expected.startsWith('exchange.') || expected.startsWith('folder.')) return []
  const half: string[] = []
  for (const name of readdirSync(exchange)) {
    if (source.endsWith(name.replace(/\.part$/u, ''))) continue
    if ((await stage(join(exchange, name))).kind !== 'done') half.push(name)
  }
  return half
}

/** A sentence must name the file or folder in both languages and leave no place for a value open. */
function faultsOfSentence({ code, params }: HostError): string[] {
  return (['zh-CN', 'en'] as const).flatMap((locale) => {
    const sentence = sentenceOf(createTranslator(locale), `error.${code}`, params) ?? ''
    return !/示例|交换|工作目录/u.test(sentence) || /\{\{|undefined|“”/u.test(sentence)
      ? [`${locale}: ${sentence}`]
      : []
  })
}
