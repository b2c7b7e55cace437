import { mkdir } from 'node:fs/promises'
import { performance } from 'node:perf_hooks'
import { memorySource } from '@host/bytes/byte-source'
import { plainSource } from '@host/envelopes/plain-source'
import type { BundleReader } from '@host/bundles/bundle-reader'
import type { HostError } from '@shared/ipc/contract'
import { notUnderstoodLines } from '@shared/audit/not-understood-words'
import { createTranslator } from '@shared/messages/translate'
import { sentenceOf } from '@shared/messages/translator'
import {
  hashTree,
  passphrase,
  startHost,
  succeeded,
  temporaryFolder,
  type Desk,
} from '../integration/host/desk-fixture'
import { dossierSaved, expertA, keyConfirmed, panelSaved } from '../integration/host/review-actions'
import type { HostileCase } from './case'
import type { Judged } from './run-fairly'
import { disagreement } from './second-reader'
import type { HostileWorld } from './world'

/** The name under which every hostile file comes. */
export const fileName = '来包（示例）.lsb'

type Prepared = { readonly desk: Desk; readonly before: Readonly<Record<string, string>> }
export type HostileDesks = Readonly<Record<NonNullable<HostileCase['desk']>, Prepared>>

async function openDesk(role: 'division' | 'expert', name: string, readBundle?: BundleReader): Promise<Desk> {
  const desk = await startHost(await temporaryFolder(), { ...(readBundle && { readBundle }) })
  await mkdir(desk.exchange, { recursive: true })
  succeeded(await desk.call('profile:create', { role, name, unit: '示例单位', passphrase }))
  return desk
}

export const stageBytes = (desk: Desk, bytes: Uint8Array, passphrase?: string) =>
  desk.call('bundle:stage', {
    kind: 'bytes',
    fileName,
    bytes: Uint8Array.from(bytes),
    ...(passphrase !== undefined && { passphrase }),
  })

/** The three true desks that hostile files are brought to. */
export async function openHostileDesks(world: HostileWorld, readBundle?: BundleReader): Promise<HostileDesks> {
  const fresh = await openDesk('expert', '示例专家甲', readBundle)
  const seen = await openDesk('expert', '示例专家乙', readBundle)
  const { stageId } = succeeded(await stageBytes(seen, world.good))
  succeeded(await seen.call('bundle:commit', { stageId }))
  const division = await openDesk('division', '示例政策法规处', readBundle)
  const actions = [dossierSaved(1), panelSaved(), keyConfirmed(world.expert.desk.keyId, expertA)]
  succeeded(await division.call('journal:append', { actions }))
  const prepared = async (desk: Desk): Promise<Prepared> => ({ desk, before: await hashTree(desk.root) })
  return { new: await prepared(fresh), seen: await prepared(seen), division: await prepared(division) }
}

export async function closeHostileDesks(desks: HostileDesks): Promise<void> {
  for (const { desk } of Object.values(desks)) await desk.host.close()
}

/** Faults, and what the person reads, in Chinese. How long it may take is judged by `runFairly`. */
export type CaseResult = Judged

/** Brings one hostile file to its desk through the true door and says everything that is not as it must be. */
export async function runCase(hostile: HostileCase, world: HostileWorld, desks: HostileDesks): Promise<CaseResult> {
  const { desk, before } = desks[hostile.desk ?? 'new']
  const bytes = await hostile.make(world)
  const start = performance.now()
  const answer = await stageBytes(desk, bytes, hostile.passphrase)
  const ms = performance.now() - start
  const faults: string[] = []
  let message: string
  if (answer.kind === 'failed') {
    const { expected } = hostile
    if (answer.error.code !== expected) {
      faults.push(`refused as ${answer.error.code}, expected ${JSON.stringify(expected)}`)
    }
    faults.push(...faultsOfWords(answer.error))
    message = sentenceOf(translators['zh-CN'], `error.${answer.error.code}`, answer.error.params) ?? ''
  } else {
    const { report, stageId } = answer
    const verdicts = report.items.map((item) => item.reason ?? item.outcome)
    if (typeof hostile.expected === 'string') faults.push(`taken, expected ${hostile.expected}`)
    else if (!verdicts.includes(hostile.expected.record) || report.canCommit !== hostile.expected.canCommit) {
      faults.push(`${JSON.stringify(verdicts)}, can commit: ${report.canCommit}`)
    }
    const lines =
      report.notUnderstood === null ? [] : notUnderstoodLines(report.notUnderstood, createTranslator('zh-CN'))
    if (typeof hostile.expected === 'object' && !lines.join('\n').includes(hostile.expected.list ?? '')) {
      faults.push(`does not list ${hostile.expected.list ?? ''}: ${lines.join('; ')}`)
    }
    const differs = await disagreement(await plainBytes(bytes, hostile.passphrase ?? null))
    if (differs !== null) faults.push(`a second reader finds something else: ${differs}`)
    message = [...new Set(verdicts), ...lines].join('、')
    await desk.call('bundle:discard', { stageId })
  }
  if (JSON.stringify(await hashTree(desk.root)) !== JSON.stringify(before)) {
    faults.push('the profile folder was changed')
  }
  return { faults, message, ms }
}

/** What lies in an envelope, for the second reader, which knows none. */
async function plainBytes(bytes: Uint8Array, passphrase: string | null): Promise<Buffer> {
  const source = await plainSource(memorySource(bytes), { desk: null, passphrase })
  return source.read(0, source.size)
}

const translators = { 'zh-CN': createTranslator('zh-CN'), en: createTranslator('en') }

/** A sentence without what was filled in: a name out of the file may hold any characters. */
const wordsAlone = (sentence: string, params: HostError['params']): string =>
  Object.values(params).reduce<string>((words, value) => words.replaceAll(String(value) || ' ', ' '), sentence)

/** A sentence must be there in both languages, name the file, and leave no place for a value open. */
export function faultsOfWords({ code, params }: HostError): string[] {
  return (['zh-CN', 'en'] as const).flatMap((locale) => {
    const sentence = sentenceOf(translators[locale], `error.${code}`, params) ?? ''
    const isGood = sentence.includes(fileName) && !/\{\{|undefined/u.test(wordsAlone(sentence, params))
    return isGood ? [] : [`${locale}: ${sentence}`]
  })
}
