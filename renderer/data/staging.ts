import type { ImportReport } from '@shared/bundle/import-report'
import type { Payload } from '@shared/records/payloads'
import { callHost, done } from '../platform/bridge'
import { applyFrom } from './desk'

/** A bundle read and verified aside; nothing of the desk has changed. */
export type StagedBundle = { readonly stageId: string; readonly report: ImportReport }

const given = (passphrase: string | undefined) => (passphrase === undefined ? {} : { passphrase })

/** Reads and verifies a bundle into the host's staging area. @throws HostFailure */
export async function stageFile(file: File, passphrase?: string): Promise<StagedBundle> {
  const bytes = new Uint8Array(await file.arrayBuffer())
  return done(await callHost('bundle:stage', { kind: 'bytes', fileName: file.name, bytes, ...given(passphrase) }))
}

/** The same for a file of the exchange folder. @throws HostFailure */
export const stagePlace = async (place: string, passphrase?: string): Promise<StagedBundle> =>
  done(await callHost('bundle:stage', { kind: 'place', place, ...given(passphrase) }))

/**
 * Takes a staged bundle in: one append of all its new records. @returns how many came in it, as the list of imports
 * says
 * @throws HostFailure
 */
export async function commitStaged({ stageId }: StagedBundle): Promise<number> {
  const { records, count } = done(await callHost('bundle:commit', { stageId }))
  await applyFrom(records, count)
  const imported = records.find(({ type }) => type === 'bundle.imported')
  return imported === undefined ? 0 : (imported.payload as Payload<'bundle.imported'>).newRecords
}

export const discardStaged = async ({ stageId }: StagedBundle): Promise<void> => {
  await callHost('bundle:discard', { stageId })
}
