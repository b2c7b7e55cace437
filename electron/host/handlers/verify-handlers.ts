import type { AgainRow } from '@shared/ipc/verify-again'
import type { IpcHandlers } from '@shared/ipc/contract'
import { answer, fail } from '../lib/failure'
import type { HostContext } from '../context/host-context'
import { knownDesks, type KnownDesks } from '../verify/known-desks'
import { filesUnder, registerOf, verifyAgain } from '../verify/verify-again'
import { verifyFile } from '../verify/verify-file'

type VerifyChannels = 'verify:file' | 'verify:again-begin' | 'verify:again-continue' | 'verify:again-stop'

/** How long one answer works, in ms: a person sees progress and may stop in between. One file may take longer. */
const slice = 200

type Running = {
  readonly jobId: string
  readonly paths: readonly string[]
  readonly hashes: ReadonlySet<string>
  readonly known: KnownDesks
  done: number
}

/** 校验: one file, or again everything that was registered or lies in a folder, some files at a time. */
export function verifyHandlers(context: HostContext): Pick<IpcHandlers, VerifyChannels> {
  let running: Running | null = null
  return {
    'verify:file': ({ fileName, bytes, signature, passphrase }) =>
      answer(async () => {
        const file = {
          fileName,
          bytes,
          ...(signature !== undefined && { signature }),
          ...(passphrase !== undefined && { passphrase }),
        }
        return { report: await verifyFile(file, context.state.open, context.readBundle) }
      }),
    'verify:again-begin': ({ source }) =>
      answer(async () => {
        const desk = context.requireDesk()
        const register = await registerOf(desk)
        const paths =
          source.kind === 'register'
            ? register.paths
            : await filesUnder(context.places.pathOf('folder', source.folder)).catch(() => fail('verify.no-folder'))
        const jobId = context.options.randomUuid()
        running = { jobId, paths, hashes: register.hashes, known: await knownDesks(desk), done: 0 }
        return { jobId, total: paths.length }
      }),
    'verify:again-continue': ({ jobId }) =>
      answer(async () => {
        const job = running
        if (job?.jobId !== jobId) return fail('verify.stopped')
        const world = { desk: context.requireDesk(), ...job, readBundle: context.readBundle }
        const until = performance.now() + slice
        const rows: AgainRow[] = []
        while (job.done < job.paths.length && performance.now() < until) {
          const path = job.paths[job.done]
          job.done += 1
          if (path !== undefined) rows.push(await verifyAgain(path, world))
        }
        return { rows, done: job.done, total: job.paths.length }
      }),
    'verify:again-stop': async ({ jobId }) => {
      if (running?.jobId === jobId) running = null
    },
  }
}
