import { join } from 'node:path'
import type { IpcHandlers } from '@shared/ipc/contract'
import type { DrillResult } from '@shared/ipc/snapshot'
import { answer, fail } from '../lib/failure'
import type { DeskOpener } from '../context/desk-opener'
import type { HostContext } from '../context/host-context'
import { drill, type DrillOutcome, type DrillProgress } from '../snapshots/drill'

type DrillChannels = 'drill:begin' | 'drill:continue' | 'drill:stop'

/** How long one answer works, in ms: a person sees progress and may stop in between. */
const slice = 200

type Running = { readonly drillId: string; readonly steps: AsyncGenerator<DrillProgress, DrillOutcome> }

/** 恢复演练, step by step. */
export function drillHandlers(
  context: HostContext,
  // The desk is not restored, locked or opened while a step runs.
  { serial }: Pick<DeskOpener, 'serial'>,
): Pick<IpcHandlers, DrillChannels> {
  const { options, folder, snapshots } = context
  let running: Running | null = null
  const stop = async () => {
    const { steps } = running ?? {}
    running = null
    await steps?.return({ kind: 'failed', fault: 'snapshot', subject: '' })
  }
  const keep = async (outcome: DrillOutcome): Promise<DrillResult> => {
    const result: DrillResult = { ...outcome, at: options.clock().toISOString() }
    await context.saveSettings({ ...context.state.settings, lastDrill: result })
    return result
  }
  return {
    'drill:begin': () =>
      answer(() =>
        serial.run(async () => {
          await stop()
          const desk = context.requireDesk()
          await desk.refuseWhenFull()
          await snapshots.take(desk, 'drill')
          const [snapshot] = await snapshots.snapshotsOf(desk)
          const isNow = snapshot?.manifest.records.count === desk.journal.count
          if (snapshot === undefined || !isNow || !(await snapshots.store.isGood(snapshot))) {
            return fail('drill.no-snapshot')
          }
          const drillId = options.randomUuid()
          const sandbox = join(folder.staging, `drill-${drillId}`)
          const world = { clock: options.clock, freeBytes: context.freeBytes }
          running = { drillId, steps: drill(desk, snapshot, sandbox, world) }
          return { drillId }
        }),
      ),
    'drill:continue': ({ drillId }) =>
      answer(() =>
        serial.run(async () => {
          if (running?.drillId !== drillId) return fail('drill.stopped')
          context.requireDesk()
          const until = performance.now() + slice
          let progress: DrillProgress = { checked: 0, total: 0 }
          do {
            const current: Running = running
            // What fails is over; what goes on is put back.
            running = null
            const step = await current.steps.next()
            if (step.done === true) {
              return { ...progress, result: await keep(step.value) }
            }
            running = current
            progress = step.value
          } while (performance.now() < until)
          return { ...progress, result: null }
        }),
      ),
    'drill:stop': ({ drillId }) =>
      serial.run(async () => {
        if (running?.drillId === drillId) await stop()
      }),
  }
}
