import type { IpcHandlers } from '@shared/ipc/contract'
import type { DeskOpener } from '../context/desk-opener'
import { answer, fail } from '../lib/failure'
import type { HostContext } from '../context/host-context'
import type { OpenDesk } from '../desk/open-desk'
import { previewRestore } from '../snapshots/preview'
import type { Snapshot } from '../snapshots/snapshot-manifest'
import { draftsToBringBack, restoreJournal } from '../snapshots/restore'

type SnapshotChannels = 'snapshot:list' | 'snapshot:preview' | 'snapshot:restore' | 'snapshot:set-budget'

/** Copies of the desk that were kept, and going back to one without losing what came after. */
export function snapshotHandlers(
  context: HostContext,
  { openDesk, serial }: DeskOpener,
): Pick<IpcHandlers, SnapshotChannels> {
  const { folder, snapshots, state } = context
  const goodSnapshot = async (desk: OpenDesk, name: string): Promise<Snapshot> => {
    const snapshot = (await snapshots.snapshotsOf(desk)).find((candidate) => candidate.name === name)
    if (snapshot === undefined || !(await snapshots.store.isGood(snapshot))) return fail('snapshot.not-good', { name })
    return snapshot
  }
  return {
    'snapshot:list': async () => ({
      folder: folder.snapshots,
      budgetMB: state.settings.snapshotBudgetMB,
      snapshots: await snapshots.lines(context.requireDesk()),
      lastDrill: state.settings.lastDrill,
    }),
    'snapshot:preview': ({ name }) =>
      answer(() =>
        serial.run(async () => {
          const desk = context.requireDesk()
          return { preview: await previewRestore(desk, await goodSnapshot(desk, name)) }
        }),
      ),
    'snapshot:restore': ({ name }) =>
      answer(() =>
        serial.run(async () => {
          const desk = context.requireDesk()
          const snapshot = await goodSnapshot(desk, name)
          await desk.refuseWhenFull()
          await snapshots.take(desk, 'restore')
          const before = desk.journal.count
          const lacksDrafts = desk.drafts.mayLackDrafts
          state.open = null
          await desk.close()
          try {
            const stamp = context.options.clock().toISOString().replaceAll(/[-:.]/gu, '')
            const restored = await restoreJournal(folder, snapshot, { formats: desk.vault.journal, stamp })
            const again = await openDesk(desk.identity, desk.vault)
            const drafts = lacksDrafts ? await draftsToBringBack(snapshot, again.drafts) : []
            for (const draft of drafts) await again.drafts.put(draft)
            return {
              aside: restored.aside,
              count: restored.count,
              recovered: restored.count - before,
              quarantined: restored.quarantined,
              drafts: drafts.length,
            }
          } catch (error) {
            // Nothing was replaced: the desk goes on as it was.
            if (context.state.open === null) await openDesk(desk.identity, desk.vault)
            throw error
          }
        }),
      ),
    'snapshot:set-budget': ({ budgetMB }) =>
      answer(async () => {
        await context.saveSettings({ ...state.settings, snapshotBudgetMB: budgetMB })
        return { budgetMB }
      }),
  }
}
