/**
 * How fast documents are made, against LibreOffice converting the same DOCX in the same run. Prints a table and JSON;
 * ends with 1 when a target is missed or could not be measured. Run by scripts/bench.mjs, which builds the worker
 * first.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { monitorEventLoopDelay, performance } from 'node:perf_hooks'
import { pathToFileURL } from 'node:url'
import { type DocumentModel } from '@shared/documents/blocks'
import { createPublisher, type Publisher } from '@host/publishing/publisher'
import { opinion } from '../helpers/publishing-samples'
import { makeSigner } from '../helpers/signers'
import { hasTool, runTool } from '../helpers/tools'
import { median, print, timed, type Measure } from './table'

type Signer = Awaited<ReturnType<typeof makeSigner>>

const folder = mkdtempSync(join(tmpdir(), 'lianshen-bench-'))
const signedAt = '2026-11-20T09:00:00Z'

/** The same opinion about another alliance: no two files are alike. */
function opinionNumber(index: number): DocumentModel {
  const title = `示例第${index}号轻量化装备产业技术创新战略联盟试点综合审核专家组意见`
  return {
    ...opinion,
    id: `opinion-${index}`,
    title,
    blocks: opinion.blocks.map((block) => (block.kind === 'title' ? { ...block, text: title } : block)),
  }
}

async function signedPdf(publisher: Publisher, model: DocumentModel, signer: Signer): Promise<Uint8Array> {
  const bytes = new TextEncoder().encode(JSON.stringify(model))
  const attachments = [{ name: 'opinion.json', mediaType: 'application/json', description: '意见', bytes }]
  const rendered = await publisher.renderPdf(model, { attachments })
  const options = { fieldName: 'desk', signedAt, reason: '内部完整性签名' }
  return publisher.signPdf(new Uint8Array(rendered.bytes), signer, options)
}

/** Milliseconds for the files in one call of LibreOffice, start of the program included; its profile exists. */
function officeConversion(files: readonly string[]): number {
  const start = performance.now()
  const profile = `-env:UserInstallation=${pathToFileURL(join(folder, 'office-profile')).href}`
  const { status, text } = runTool(
    'soffice',
    profile,
    '--headless',
    '--convert-to',
    'pdf',
    '--outdir',
    join(folder, 'office'),
    ...files,
  )
  if (status !== 0) throw new Error(`LibreOffice failed: ${text}`)
  return performance.now() - start
}

async function measure(): Promise<Measure[]> {
  const signer = await makeSigner('政策法规处（示例）', '01ab')
  const publisher = createPublisher({ worker: { url: pathToFileURL(resolve('out/main/publishing-worker.js')) } })
  const delay = monitorEventLoopDelay({ resolution: 2 })

  const cold = await timed(() => signedPdf(publisher, opinion, signer))
  const { pageCount } = await publisher.renderPdf(opinion)
  for (let index = 0; index < 5; index++) await signedPdf(publisher, opinion, signer)
  const warm: number[] = []
  for (let index = 0; index < 20; index++) warm.push(await timed(() => signedPdf(publisher, opinion, signer)))

  const count = 100
  const cpuBefore = process.cpuUsage()
  delay.enable()
  const many = await timed(async () => {
    for (let index = 1; index <= count; index++) {
      const model = opinionNumber(index)
      const pdf = await signedPdf(publisher, model, signer)
      const docx = await publisher.renderDocx(model)
      const p7s = await publisher.signDetached(docx, signer, signedAt)
      writeFileSync(join(folder, `${index}.pdf`), pdf)
      writeFileSync(join(folder, `${index}.docx`), docx)
      writeFileSync(join(folder, `${index}.docx.p7s`), p7s)
    }
  })
  delay.disable()
  const cpu = process.cpuUsage(cpuBefore)
  const longestBlock = delay.max / 1e6
  const resident = process.resourceUsage().maxRSS / 1024
  await publisher.close()

  const files = Array.from({ length: 10 }, (_, index) => join(folder, `${index + 1}.docx`))
  const first = files.slice(0, 1)
  let office: number | undefined
  let officeInBatch: number | undefined
  if (hasTool('soffice')) {
    officeConversion(first)
    office = median([officeConversion(first), officeConversion(first), officeConversion(first)])
    officeInBatch = Math.max(0, officeConversion(files) - office) / (files.length - 1)
  }
  const ours = median(warm)
  return [
    { what: 'signed opinion PDF, first one (fonts are read)', value: cold, unit: 'ms' },
    {
      what: `signed ${pageCount}-page opinion PDF, warm (median of ${warm.length})`,
      value: ours,
      unit: 'ms',
      target: { bound: 'at most', value: 100 },
    },
    { what: 'LibreOffice, the same DOCX to PDF, unsigned (median of 3)', value: office, unit: 'ms' },
    {
      what: 'times faster than LibreOffice',
      value: office === undefined ? undefined : office / ours,
      unit: '×',
      target: { bound: 'at least', value: 8 },
    },
    { what: 'LibreOffice, each further DOCX of one call', value: officeInBatch, unit: 'ms' },
    {
      what: `${count} opinions, DOCX and PDF, signed and written`,
      value: many / 1000,
      unit: 's',
      target: { bound: 'at most', value: 15 },
    },
    { what: 'of that, processor time of all threads', value: (cpu.user + cpu.system) / 1e6, unit: 's' },
    {
      what: 'longest block of the main thread',
      value: longestBlock,
      unit: 'ms',
      target: { bound: 'at most', value: 50 },
    },
    { what: 'most resident memory', value: resident, unit: 'MB', target: { bound: 'at most', value: 450 } },
  ]
}

try {
  const measures = await measure()
  print(measures)
  if (!hasTool('soffice')) console.log('LibreOffice is not installed: what is measured against it counts as missed.')
} finally {
  rmSync(folder, { recursive: true, force: true })
}
