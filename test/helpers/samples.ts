import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { dossierFileSchema, type DossierFile } from '@shared/domain/dossier'

export const samplesFolder = resolve('resources/samples')

export type SampleExpectation = { defect?: string; notMet: string[]; hinted: string[] }

export const readSampleJson = (...path: string[]): unknown =>
  JSON.parse(readFileSync(join(samplesFolder, ...path), 'utf8'))

const expected = readSampleJson('expected.json') as Record<string, SampleExpectation>
const { all, ...bySlug } = expected

/** What every sample shows, beside its own defect. */
export const expectedOfAll: SampleExpectation = all!
export const expectedBySlug: Readonly<Record<string, SampleExpectation>> = bySlug
export const sampleSlugs: readonly string[] = Object.keys(bySlug)

export const readSampleDossier = (slug: string): DossierFile =>
  dossierFileSchema.parse(readSampleJson(slug, 'dossier.json'))

export const readSampleMaterial = (slug: string, fileName: string): Buffer =>
  readFileSync(join(samplesFolder, slug, 'materials', fileName))
