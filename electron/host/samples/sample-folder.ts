import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { fail } from '../lib/failure'
import { digestOf } from '../files/durable-file'

export type SampleSummary = {
  readonly slug: string
  readonly name: string
  readonly defect: string
  readonly materialCount: number
}

const dossierHead = z.object({
  content: z.object({
    alliance: z.object({ name: z.string() }),
    materials: z.array(z.object({ fileName: z.string(), sha256: z.string() })),
  }),
})

const expectedSchema = z.record(z.string(), z.looseObject({ defect: z.string().optional() }))

/** The invented dossiers (示例) shipped for training: `resources/samples/<slug>/dossier.json` and `materials/`. */
export async function listSamples(folder: string): Promise<SampleSummary[]> {
  const expected = await readExpected(folder)
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => [])
  const samples: SampleSummary[] = []
  for (const { name: slug } of entries
    .filter((entry) => entry.isDirectory())
    .sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const dossier = await readJsonFile(join(folder, slug, 'dossier.json'))
    const head = dossierHead.safeParse(dossier)
    if (!head.success) continue
    const { alliance, materials } = head.data.content
    samples.push({ slug, name: alliance.name, defect: expected[slug]?.defect ?? '', materialCount: materials.length })
  }
  return samples
}

export type Sample = {
  readonly dossier: unknown
  readonly experts: unknown
  readonly materials: readonly Uint8Array[]
}

/** One sample with the bytes of its materials. @throws HostFailure `sample.missing`, `sample.damaged` */
export async function readSample(folder: string, slug: string): Promise<Sample> {
  const dossier = await readJsonFile(join(folder, slug, 'dossier.json'))
  const head = dossierHead.safeParse(dossier)
  if (!head.success) return fail('sample.missing', { slug })
  const materials: Uint8Array[] = []
  for (const { fileName, sha256 } of head.data.content.materials) {
    const path = join(folder, slug, 'materials', fileName)
    const bytes = await readFile(path).catch(() => fail('sample.damaged', { path }))
    if (digestOf(bytes).sha256 !== sha256) fail('sample.damaged', { path })
    materials.push(bytes)
  }
  return { dossier, experts: (await readJsonFile(join(folder, 'experts.json'))) ?? [], materials }
}

async function readExpected(folder: string): Promise<z.infer<typeof expectedSchema>> {
  const parsed = expectedSchema.safeParse(await readJsonFile(join(folder, 'expected.json')))
  return parsed.success ? parsed.data : {}
}

async function readJsonFile(path: string): Promise<unknown> {
  try {
    return JSON.parse(await readFile(path, 'utf8'))
  } catch {
    return null
  }
}
