/** Entry of the publishing thread: jobs in, bytes out. */
import { parentPort, workerData } from 'node:worker_threads'
import { describeFailure, type JobOutcome, type PublishingJob } from './publishing-job'
import { createJobRunner } from './run-job'

const { resources } = workerData as { resources: string | undefined }
const run = createJobRunner(resources)

parentPort?.on('message', (job: PublishingJob) => {
  const answer = (outcome: JobOutcome, transfer: ArrayBuffer[] = []) => parentPort?.postMessage(outcome, transfer)
  run(job).then(
    (result) =>
      answer({ kind: 'done', result }, [(result instanceof Uint8Array ? result : result.bytes).buffer as ArrayBuffer]),
    (error: unknown) => answer({ kind: 'failed', failure: describeFailure(error) }),
  )
})
