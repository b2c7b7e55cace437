/**
 * 会签 over real desks: one division, seven experts with a key each, real bundles, fonts and signatures; checked by our
 * verifier and by pdfsig where it is installed. Everything in it is invented.
 */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createPublisher } from '@host/publishing/publisher'
import { examineOpinionFiles } from '@host/verify/countersignatures'
import { panelOpinionHash } from '@shared/domain/countersign'
import type { VerifyReport } from '@shared/ipc/verify-report'
import { canonicalJson } from '@shared/lib/canonical-json'
import { countersignedFileName, countersignedFormat, type CountersignedFile } from '@shared/records/countersigned-file'
import { makeIdentity, writeRecords } from './bundle-fixture'
import {
  failure,
  passphrase,
  removeTemporaryFolders,
  startHost,
  succeeded,
  temporaryFolder,
  type Desk,
} from './desk-fixture'
import { panelOpinion, panelOpinionSigned } from './review-actions'
import { hasTool, runTool } from '../../helpers/tools'
import type { Identity } from '@host/keys/identity'
import type { RecordEnvelope } from '@shared/records/record'
import type { IpcInput } from '@shared/ipc/contract'

const names = ['王示例', '李示例', '赵示例', '钱示例', '孙示例', '周示例', '吴示例']
const expertIds = names.map((_, index) => `30000000-0000-4000-8000-00000000000${index + 1}`)
const opinion = panelOpinion(1, expertIds)

type Model = IpcInput<'document:render'>['model']
const model: Model = {
  id: 'panel-opinion/示例',
  kind: 'panel-opinion',
  title: '示例联盟试点综合审核专家组意见',
  subject: '示例',
  createdAt: '2026-11-20T01:00:00Z',
  layout: { kind: 'plain' },
  pageNumbers: true,
  blocks: [
    { kind: 'title', text: '示例联盟试点综合审核专家组意见' },
    { kind: 'paragraph', content: '专家组审阅了示例材料，意见如下。' },
    {
      kind: 'signatureTable',
      headers: { index: '序号', name: '姓名', unit: '工作单位', role: '专业', signature: '签名' },
      rows: names.map((name, index) => ({
        field: `expert-${expertIds[index]}`,
        name,
        unit: '示例大学',
        role: '技术',
        signature: { kind: 'place' },
      })),
    },
  ],
}

const handwriting = (index: number) => ({
  width: 300,
  height: 100,
  strokes: [
    Array.from({ length: 10 }, (_, step) => ({ x: 10 + step * 25, y: 50 + ((step * index) % 7) * 6, t: step * 9 })),
  ],
})

const publisher = createPublisher()
const desks: Desk[] = []
let signers: Identity[]
let signed: RecordEnvelope[][]

async function openDesk(role: 'division' | 'expert', name: string): Promise<Desk> {
  const desk = await startHost(await temporaryFolder(), { publisher })
  succeeded(await desk.call('profile:create', { role, name, unit: '示例单位', passphrase }))
  await mkdir(desk.exchange, { recursive: true })
  desks.push(desk)
  return desk
}

beforeAll(async () => {
  signers = await Promise.all(names.map((name) => makeIdentity('expert', name)))
  signed = signers.map((signer, index) => writeRecords(signer, [panelOpinionSigned(opinion, expertIds[index]!)]))
})
afterAll(async () => {
  for (const desk of desks) await desk.host.close()
  await publisher.close()
  await removeTemporaryFolders()
})

const statements = () => signers.map(({ statement }) => statement)
const fileOf = (records: readonly RecordEnvelope[], more: object = {}) => ({
  name: countersignedFileName,
  bytes: new TextEncoder().encode(
    canonicalJson({ format: countersignedFormat, opinion, desks: statements(), records: [...records], ...more }),
  ),
})
const examine = (...files: { name: string; bytes: Uint8Array }[]) => examineOpinionFiles(files, () => 'known')
const answersOf = () => signed.map((records) => records[1]!)

describe('the signatures of seven experts over one opinion', () => {
  it('hold in whatever order they were gathered', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray([0, 1, 2, 3, 4, 5, 6], { minLength: 1 }), (order) => {
        const { opinionSignatures, problems, facts } = examine(fileOf(order.map((index) => answersOf()[index]!)))
        expect(problems).toEqual([])
        expect(opinionSignatures.map(({ recordId }) => recordId)).toEqual(order.map((index) => answersOf()[index]!.id))
        expect(opinionSignatures.every(({ intact, trust }) => intact && trust === 'known')).toBe(true)
        expect(facts).toContainEqual({ key: 'opinionHash', value: panelOpinionHash(opinion) })
      }),
      { numRuns: 12 },
    )
  })

  it('all fall when one word of the opinion is changed', () => {
    const changed = { ...opinion, suggestions: '改过的建议（示例）' }
    const { opinionSignatures, problems } = examine(fileOf(answersOf(), { opinion: changed }))
    expect(opinionSignatures.filter(({ intact }) => intact)).toEqual([])
    expect(problems.map(({ code }) => code)).toEqual(names.map(() => 'countersignature-altered'))
  })

  it('are found out one by one when a record or a key is exchanged', () => {
    const [first, ...rest] = answersOf()
    const bent = { ...first!, at: '2027-01-01T00:00:00.000Z' }
    expect(examine(fileOf([bent, ...rest])).problems).toMatchObject([{ code: 'countersignatures-unreadable' }])
    const otherSignature = { ...first!, sig: rest[0]!.sig }
    expect(examine(fileOf([otherSignature, ...rest])).problems).toMatchObject([{ code: 'countersignature-altered' }])
    const swapped = [{ ...statements()[0]!, certificate: statements()[1]!.certificate }, ...statements().slice(1)]
    expect(examine(fileOf(answersOf(), { desks: swapped })).problems).toHaveLength(1)
    expect(examine(fileOf(answersOf(), { desks: statements().slice(1) })).problems).toHaveLength(1)
  })

  it('are told under the name in the certificate that signed, whatever stands beside it', () => {
    const renamed = [{ ...statements()[0]!, name: '政策法规处（示例）' }, ...statements().slice(1)]
    const { opinionSignatures, problems } = examine(fileOf(answersOf(), { desks: renamed }))
    expect(problems.map(({ code }) => code)).toEqual(['countersignature-altered'])
    expect(opinionSignatures[0]).toMatchObject({ intact: false, trust: 'unknown' })
    expect(JSON.stringify(opinionSignatures)).not.toContain('政策法规处')
  })

  it('do not pass for an opinion that stands beside them and says something else', () => {
    const other = { name: 'panel-opinion.json', bytes: new TextEncoder().encode(canonicalJson(panelOpinion(2))) }
    expect(examine(fileOf(answersOf()), other).problems).toEqual([{ code: 'other-opinion', params: {} }])
    const broken = { name: countersignedFileName, bytes: new TextEncoder().encode('{"format":') }
    expect(examine(broken).problems).toEqual([{ code: 'countersignatures-unreadable', params: {} }])
  })
})

describe('the PDF that goes from expert to expert', () => {
  let base: Uint8Array<ArrayBuffer>
  let chain: Uint8Array<ArrayBuffer>
  let division: Desk
  let folder: string
  const verify = async (bytes: Uint8Array<ArrayBuffer>): Promise<VerifyReport> =>
    succeeded(await division.call('verify:file', { fileName: '意见.pdf', bytes })).report

  /** Not the order of the table. */
  const order = [4, 0, 6, 2, 1, 5, 3]

  const signAs = async (desk: Desk, bytes: Uint8Array, input: object) => {
    const { artifact } = succeeded(
      await desk.call('document:sign', { bytes, place: null, handwriting: null, ...input } as never),
    )
    return succeeded(await desk.call('document:read', { artifactId: artifact.artifactId })).bytes
  }

  beforeAll(async () => {
    division = await openDesk('division', '示例处室')
    folder = await mkdtemp(join(tmpdir(), 'lianshen-round-'))
    const file: CountersignedFile = { format: countersignedFormat, opinion, desks: statements(), records: answersOf() }
    const rendered = succeeded(
      await division.call('document:render', {
        model,
        sign: true,
        attachments: [
          { name: 'panel-opinion.json', json: opinion },
          { name: countersignedFileName, json: file },
        ],
      }),
    )
    expect(rendered.places.map(({ field }) => field)).toEqual(expertIds.map((id) => `expert-${id}`))
    const pdf = rendered.artifacts.find(({ format }) => format === 'pdf')!
    base = new Uint8Array(succeeded(await division.call('document:read', { artifactId: pdf.artifactId })).bytes)
    chain = base
    for (const index of order) {
      const expert = await openDesk('expert', names[index]!)
      const { field, page, rect } = rendered.places[index]!
      const more = { fieldName: field, place: { page, rect }, handwriting: handwriting(index) }
      chain = new Uint8Array(await signAs(expert, chain, more))
    }
    chain = new Uint8Array(await signAs(division, chain, { fieldName: 'division-closing' }))
    await writeFile(join(folder, 'chain.pdf'), chain)
  }, 120_000)
  afterAll(() => rm(folder, { recursive: true, force: true }))

  it('bears nine valid signatures: the division, seven experts in the order of signing, the division', async () => {
    const report = await verify(chain)
    expect(report.verdict).toBe('intact')
    expect(report.signatures.map(({ signer }) => signer)).toEqual([
      '示例处室',
      ...order.map((index) => names[index]),
      '示例处室',
    ])
    expect(report.signatures.every(({ intact, coversWholeFile }) => intact && coversWholeFile)).toBe(true)
    expect(report.opinionSignatures.map(({ name, intact }) => [name, intact])).toEqual(names.map(() => ['示例', true]))
    expect(report.facts).toContainEqual({ key: 'opinionVersion', value: 1 })
  })

  it('takes no second signature in one place, and none at all once it was tampered with', async () => {
    const field = `expert-${expertIds[0]}`
    const again = await division.call('document:sign', {
      bytes: chain,
      fieldName: field,
      place: null,
      handwriting: null,
    })
    expect(failure(again).code).toBe('document.already-signed')
    const tampered = base.slice()
    tampered[3000]! ^= 1
    const onTampered = await division.call('document:sign', {
      bytes: tampered,
      fieldName: field,
      place: null,
      handwriting: null,
    })
    expect(failure(onTampered).code).toBe('document.not-intact')
    expect((await verify(tampered)).verdict).toBe('damaged')
  })

  it.runIf(hasTool('pdfsig') && hasTool('certutil'))(
    'pdfsig calls all nine valid, and the division’s trusted with its certificate in the store',
    async () => {
      const { statement } = succeeded(await division.call('desk:statement', undefined))
      await writeFile(join(folder, 'division.der'), Buffer.from(statement.certificate, 'base64'))
      const store = `sql:${folder}`
      expect(runTool('certutil', '-N', '-d', store, '--empty-password').status).toBe(0)
      const add = ['-A', '-d', store, '-n', 'division', '-t', 'CT,C,C', '-i', join(folder, 'division.der')]
      expect(runTool('certutil', ...add).status).toBe(0)
      const { text } = runTool('pdfsig', '-nssdir', store, join(folder, 'chain.pdf'))
      expect(text.match(/Signature is Valid/g)).toHaveLength(9)
      expect(text.match(/Certificate is Trusted/g)).toHaveLength(2)
    },
  )
})
