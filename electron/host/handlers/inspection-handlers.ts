import type { InspectedFile, Inspection } from '@shared/inspection/finding'
import type { IpcHandlers, IpcInput } from '@shared/ipc/contract'
import { answer, fail } from '../lib/failure'
import { digestOf } from '../files/durable-file'
import type { HostContext } from '../context/host-context'
import type { InspectionJob } from '../inspection/inspection-job'
import { lockedPartsOf } from '../locks/keep-locks'
import type { OpenedBundle } from '../bundles/read-bundle'
import { fileOfRange } from '../vault/sealed-copy'

/** Inspections kept of this run: what a file is does not change, for it is known by its hash. */
const keptAtMost = 5_000

/** Looks into attachments: what is handed in, what lies here, and what a staged bundle would bring. */
export function inspectionHandlers(context: HostContext): Pick<IpcHandlers, 'attachment:inspect'> {
  const { inspector } = context
  const kept = new Map<string, Inspection>()
  const inspect = async (sha256: string, job: InspectionJob): Promise<Inspection> => {
    const present = kept.get(sha256)
    if (present !== undefined) return present
    const inspection = await inspector.inspect(job)
    if (kept.size >= keptAtMost) kept.clear()
    kept.set(sha256, inspection)
    return inspection
  }
  const inspectAll = async (wanted: readonly Wanted[]): Promise<InspectedFile[]> => {
    const files: InspectedFile[] = []
    for (const { sha256, fileNames, job } of wanted) {
      files.push({ sha256, fileNames, inspection: await inspect(sha256, job) })
    }
    return files
  }
  return {
    'attachment:inspect': (request) =>
      answer(async () => {
        const { total, wanted } = await wantedOf(request, context)
        return { files: await inspectAll(wanted), total }
      }),
  }
}

type Wanted = Pick<InspectedFile, 'sha256'> & { readonly fileNames: string[]; readonly job: InspectionJob }

async function wantedOf(
  request: IpcInput<'attachment:inspect'>,
  context: HostContext,
): Promise<{ readonly total: number; readonly wanted: readonly Wanted[] }> {
  const { attachments } = context.requireDesk()
  switch (request.kind) {
    case 'bytes': {
      const { bytes } = request
      return { total: 1, wanted: [{ sha256: digestOf(bytes).sha256, fileNames: [], job: { kind: 'bytes', bytes } }] }
    }
    case 'stored': {
      const wanted: Wanted[] = []
      for (const sha256 of request.sha256s) {
        // What is not here says so where it is opened.
        if ((await attachments.sizeOf(sha256)) === null) continue
        const job: InspectionJob = { kind: 'sealed', copy: attachments.sealedCopy(sha256), offset: 0, size: null }
        wanted.push({ sha256, fileNames: [], job })
      }
      return { total: wanted.length, wanted }
    }
    case 'staged': {
      const { copy, bundle } = context.stages.get(request.stageId) ?? fail('bundle.no-stage')
      const names = fileNamesIn(bundle)
      // What is locked is ciphertext here; it is looked into once it is open and stored.
      const locked = lockedPartsOf(bundle)
      const readable = bundle.blobs.filter(({ sha256 }) => !locked.has(sha256))
      const wanted = readable.slice(request.from, request.from + request.count)
      return {
        total: readable.length,
        wanted: wanted.map(({ sha256, offset, size }) => ({
          sha256,
          fileNames: [...(names.get(sha256) ?? [])],
          job: { kind: 'sealed', ...fileOfRange(copy, offset, size), size },
        })),
      }
    }
  }
}

/** What the dossiers of a bundle call its attachments. */
function fileNamesIn({ records }: OpenedBundle): ReadonlyMap<string, ReadonlySet<string>> {
  const names = new Map<string, Set<string>>()
  for (const entry of records) {
    if (entry.kind !== 'read' || entry.record.type !== 'dossier.saved') continue
    for (const { sha256, fileName } of entry.record.payload.content.materials) {
      names.set(sha256, (names.get(sha256) ?? new Set()).add(fileName))
    }
  }
  return names
}
