import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { digestOf } from '@host/files/durable-file'
import type { Translate } from '@shared/messages/translate'
import { batchFileSchema, opinionRecordSchema } from '../formats'
import { problemSentence } from '../host-sentence'
import type { DemoDesk } from './demo-desk'
import type { DemoFile } from './demo-report'

/** A file that the demonstration wrote, relative to its folder. */
export type Output = { readonly path: string; readonly kind: string }

/** Reads a file back from the disk and verifies it as the screen does; example files are parsed by their schema. */
export async function verifyOutput(folder: string, output: Output, desk: DemoDesk, t: Translate): Promise<DemoFile> {
  const started = performance.now()
  const bytes = new Uint8Array(await readFile(join(folder, output.path)))
  const { verified, details } = await examine(folder, output, bytes, desk, t)
  const { sha256, size } = digestOf(bytes)
  return { ...output, bytes: size, sha256, verified, details, ms: Math.round(performance.now() - started) }
}

type Finding = Pick<DemoFile, 'verified' | 'details'>

async function examine(
  folder: string,
  output: Output,
  bytes: Uint8Array<ArrayBuffer>,
  desk: DemoDesk,
  t: Translate,
): Promise<Finding> {
  const { path } = output
  if (path.endsWith('.json')) return parseExample(bytes)
  if (path.endsWith('.docx.p7s')) {
    const document = path.slice(0, -'.p7s'.length)
    return verifySigned(document, new Uint8Array(await readFile(join(folder, document))), bytes, desk, t)
  }
  const signature = path.endsWith('.docx') ? new Uint8Array(await readFile(join(folder, `${path}.p7s`))) : undefined
  return verifySigned(path, bytes, signature, desk, t)
}

async function verifySigned(
  path: string,
  bytes: Uint8Array<ArrayBuffer>,
  signature: Uint8Array<ArrayBuffer> | undefined,
  desk: DemoDesk,
  t: Translate,
): Promise<Finding> {
  const fileName = path.slice(path.lastIndexOf('/') + 1)
  const { report } = await desk.ask('verify:file', {
    fileName,
    bytes,
    ...(signature === undefined ? {} : { signature }),
  })
  const signers = report.signatures.map(({ signer }) => signer).join('、')
  const records = report.facts.find((fact) => fact.key === 'records')
  const details = [
    t(`cli.verify.verdict.${report.verdict}`),
    t('cli.demo.signatures', { count: report.signatures.length, signers }),
    ...(records === undefined ? [] : [t('cli.demo.records', { count: records.value })]),
    ...report.problems.map((problem) => problemSentence(problem, t)),
  ].join('；')
  const trusted = report.signatures.every(({ intact, trust }) => intact && trust !== 'unknown')
  return { verified: report.verdict === 'intact' && report.signatures.length > 0 && trusted, details }
}

/** An example for the other commands must be what they read. */
function parseExample(bytes: Uint8Array): Finding {
  const value: unknown = JSON.parse(new TextDecoder().decode(bytes))
  const parsed = [opinionRecordSchema, batchFileSchema]
    .map((schema) => schema.safeParse(value))
    .find((one) => one.success)
  return parsed?.success === true
    ? { verified: true, details: parsed.data.format }
    : { verified: false, details: 'JSON' }
}
