import { dossierFileSchema, dossierFormat, type DossierFile } from '@shared/domain/dossier'
import type { OfficeSettings } from '@shared/domain/office'
import { assembleDossier } from '@shared/records/assemble-dossier'
import { rowsOfDossier } from '@shared/records/dossier-rows'
import { foldDesk } from '@shared/records/desk-state'
import { defaultOfficeSettings } from '@shared/regulation/default-office'
import { unusable } from './failure'
import { checkReadable, looksLikeBundle, parseInput, readJson, requireFormat } from './read-input'
import type { CliWorld } from './world'

/** Dossiers to check, and the office settings to check them by: those of the bundle if it carries some. */
export async function readDossiers(
  path: string,
  world: CliWorld,
  passphraseFile?: string,
): Promise<{ readonly dossiers: readonly DossierFile[]; readonly settings: OfficeSettings }> {
  await checkReadable(path)
  if (await looksLikeBundle(path)) return dossiersOfBundle(path, world, passphraseFile)
  const value = await readJson(path)
  requireFormat(path, value, [dossierFormat])
  return { dossiers: [parseInput(path, dossierFileSchema, value, world.t)], settings: defaultOfficeSettings() }
}

async function dossiersOfBundle(path: string, world: CliWorld, passphraseFile: string | undefined) {
  const { openUnderstood } = await import('./open-bundle')
  const { records } = await openUnderstood(path, world, passphraseFile)
  const desk = foldDesk(records.flatMap((item) => (item.kind === 'read' ? [item.record] : [])))
  const { state } = desk
  const ids = new Set([...state.dossierVersions.values()].map((row) => row.value.dossierId))
  const dossiers = [...ids].flatMap((id) => assembleDossier(id, rowsOfDossier(desk, id))?.file ?? [])
  if (dossiers.length === 0) throw unusable('cli.input.noDossier', { file: path })
  return { dossiers, settings: state.settings.get('office')?.value ?? defaultOfficeSettings() }
}
