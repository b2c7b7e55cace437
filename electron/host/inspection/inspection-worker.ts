/** Entry of the thread that looks into files one after another: what overwhelms it takes nothing else with it. */
import { parentPort } from 'node:worker_threads'
import { inspectHere, type InspectionAnswer, type InspectionJob } from './inspection-job'

const answer = (message: InspectionAnswer): void => parentPort?.postMessage(message)

parentPort?.on('message', (job: InspectionJob) => {
  inspectHere(job).then(
    (inspection) => answer({ kind: 'inspected', inspection }),
    (error: unknown) =>
      answer({ kind: 'failed', message: error instanceof Error ? (error.stack ?? '') : String(error) }),
  )
})
