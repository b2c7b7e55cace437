import { mkdir, rm, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { alliances } from './alliances/alliances'
import { inventedCreditCode } from './credit-code'
import { makeDossier } from './dossier'
import { expectations, expectedOfAll } from './expected'
import { loadFaces, type Faces } from './fonts'
import { makeAgreement } from './papers/agreement'
import { makeExtras } from './papers/extras'
import { makeFilingForm } from './papers/filing-form'
import { makeApplication, makeNecessity, makePlan } from './papers/letters'
import { makeFundsProof, makeFundsRule, makeGovernmentAccounting } from './papers/money'
import type { Paper } from './papers/paper'
import { makeReview } from './review/review'
import { scanPdf } from './scan'
import { unitOf, type AllianceSpec } from './spec'

const root = resolve(import.meta.dirname, '../..')
const target = join(root, 'resources/samples')

const json = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`

async function buildAlliance(faces: Faces, spec: AllianceSpec): Promise<void> {
  const codes = new Map(spec.units.map((u) => [u.id, inventedCreditCode(u.name, u.kind === 'enterprise')]))
  const agreement = await makeAgreement(faces, spec)
  const isScan = spec.defect.kind === 'image-only'
  const liableClause = agreement.clauses.liableBody
  const liability =
    liableClause === undefined
      ? '联盟重大对外事项由理事会研究决定。'
      : `${unitOf(spec, spec.chairId).name}（协议${liableClause.number}）；授权范围、程序和内部分担见协议同章。`
  const papers: Paper[] = [
    await makeFilingForm(faces, spec, codes, liability),
    {
      code: 'agreement',
      title: '联盟协议书',
      fileName: '02-agreement.pdf',
      bytes: isScan ? await scanPdf(agreement.bytes, `${spec.name}协议书`) : agreement.bytes,
      pages: agreement.pages,
      signed: true,
      sealed: true,
      signaturePage: agreement.signatures[0]?.page ?? null,
      textLayer: isScan ? 'absent' : 'present',
    },
    await makeNecessity(faces, spec),
    await makeApplication(faces, spec),
    await makePlan(faces, spec),
    await makeFundsRule(faces, spec),
    await makeFundsProof(faces, spec),
  ]
  if (spec.injections.some((i) => i.source === 'government')) papers.push(await makeGovernmentAccounting(faces, spec))
  papers.push(...(await makeExtras(faces, spec)))
  const folder = join(target, spec.slug)
  await rm(folder, { recursive: true, force: true })
  await mkdir(join(folder, 'materials'), { recursive: true })
  for (const paper of papers) await writeFile(join(folder, 'materials', paper.fileName), paper.bytes)
  const dossier = makeDossier(spec, papers, agreement, codes)
  await writeFile(join(folder, 'dossier.json'), json(dossier))
  if (spec.defect.kind === 'none') {
    const review = makeReview(dossier, agreement)
    await writeFile(join(target, 'experts.json'), json(review.experts))
    await writeFile(join(target, 'opinions.json'), json(review.opinions))
    await writeFile(join(target, 'division-opinions.json'), json(review.divisionOpinions))
  }
  const size = papers.reduce((sum, paper) => sum + paper.bytes.length, 0)
  console.log(`${spec.slug}: ${papers.map((p) => p.pages).join('+')} pages, ${(size / 1024).toFixed(0)} KB`)
}

await mkdir(target, { recursive: true })
const expected = {
  all: { notMet: expectedOfAll.notMet, hinted: expectedOfAll.hinted },
  ...Object.fromEntries(alliances.map((spec) => [spec.slug, expectations[spec.defect.kind]])),
}
await writeFile(join(target, 'expected.json'), json(expected))
const faces = await loadFaces(root)
const only = process.argv.slice(2)
for (const spec of alliances) if (only.length === 0 || only.includes(spec.slug)) await buildAlliance(faces, spec)
