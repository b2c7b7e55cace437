import type { InspectedFile, Inspection } from '@shared/inspection/finding'
import { callHost, done } from '../platform/bridge'

/** Looked into with one call, so that a screen can tell how far it is. */
const portion = 10
/** As many as one call takes. */
const portionOfStored = 500

/** Looks into a file that is handed in; nothing is stored. */
export async function inspectBytes(bytes: Uint8Array<ArrayBuffer>): Promise<Inspection> {
  const [file] = done(await callHost('attachment:inspect', { kind: 'bytes', bytes })).files
  return file?.inspection ?? { format: 'other', findings: [] }
}

/** What is found in attachments of this desk, by their hash; those that are not here are left out. */
export async function inspectStored(sha256s: readonly string[]): Promise<ReadonlyMap<string, Inspection>> {
  const found = new Map<string, Inspection>()
  for (let at = 0; at < sha256s.length; at += portionOfStored) {
    const wanted = sha256s.slice(at, at + portionOfStored)
    const { files } = done(await callHost('attachment:inspect', { kind: 'stored', sha256s: wanted }))
    for (const { sha256, inspection } of files) found.set(sha256, inspection)
  }
  return found
}

/** Looks into the attachments of a staged bundle, a few at a time, until `onPortion` answers that it was enough. */
export async function inspectStaged(
  stageId: string,
  onPortion: (files: readonly InspectedFile[], done: number, total: number) => boolean,
): Promise<void> {
  for (let from = 0; ; from += portion) {
    const { files, total } = done(
      await callHost('attachment:inspect', { kind: 'staged', stageId, from, count: portion }),
    )
    const goesOn = onPortion(files, Math.min(from + portion, total), total)
    if (!goesOn || from + portion >= total) return
  }
}
