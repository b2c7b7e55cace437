import type { IpcHandlers } from '@shared/ipc/contract'
import type { HostContext } from '../context/host-context'
import { answer } from '../lib/failure'
import { commitStage } from '../transfer/commit-stage'
import { exportBundle } from '../transfer/export-bundle'
import { reportImport, stageBundle } from '../transfer/stage-bundle'
import { previewUndoing, undoImport } from '../transfer/undo-import'
import { openLock, openReleased } from '../transfer/open-lock'
import { Serial } from '../lib/serial'

type BundleChannels =
  | 'bundle:export'
  | 'bundle:stage'
  | 'bundle:commit'
  | 'bundle:discard'
  | 'lock:open'
  | 'import:preview-undo'
  | 'import:undo'

/** Bundles out and in. One at a time: a dry run must hold until it is committed. */
export function bundleHandlers(context: HostContext): Pick<IpcHandlers, BundleChannels> {
  const { options, places, stages } = context
  const serial = new Serial()
  return {
    'bundle:export': ({ folder, locks = [], ...request }) =>
      answer(() =>
        exportBundle(
          { ...request, locks },
          {
            desk: context.requireDesk(),
            folder: folder === undefined ? context.exchangeFolder() : places.pathOf('folder', folder),
            bundleId: options.randomUuid(),
            createdAt: options.clock().toISOString(),
          },
        ),
      ),
    'bundle:stage': ({ passphrase = null, ...input }) =>
      answer(() =>
        serial.run(async () => {
          const desk = context.requireDesk()
          const stageId = options.randomUuid()
          const found =
            input.kind === 'place' ? ({ kind: 'path', path: places.pathOf('file', input.place) } as const) : input
          const stage = await stageBundle(found, stages, {
            stageId,
            attachments: desk.attachments,
            readBundle: context.readBundle,
            keys: { desk: desk.identity.encryption, passphrase },
          })
          if (stage.envelopeMark !== null) context.exchange.opened(stage.envelopeMark, stage.bundle.manifest)
          return { stageId, report: await reportImport(stage, desk) }
        }),
      ),
    'bundle:commit': ({ stageId }) =>
      answer(() =>
        serial.run(async () => {
          const desk = context.requireDesk()
          const { records } = await commitStage(stageId, stages, desk, () => context.snapshots.take(desk, 'import'))
          const released = await openReleased(desk)
          return { records: [...records, ...released], count: desk.journal.count }
        }),
      ),
    'bundle:discard': ({ stageId }) => serial.run(() => stages.discard(stageId)),
    'lock:open': ({ lockId }) => answer(() => serial.run(() => openLock(lockId, context.requireDesk()))),
    'import:preview-undo': (request) =>
      answer(() => serial.run(async () => ({ preview: await previewUndoing(request, context.requireDesk()) }))),
    'import:undo': (request) => answer(() => serial.run(() => undoImport(request, context.requireDesk()))),
  }
}
