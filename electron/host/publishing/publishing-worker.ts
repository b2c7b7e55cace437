/** Entry of the publishing thread: jobs in, bytes out. Fonts are read and parsed once, at the first PDF. */
import { parentPort, workerData } from 'node:worker_threads'
import { FontSet } from '@shared/publishing/fonts/font-set'
import { loadFontBytes } from './load-fonts'
import { describeFailure, runJob, type JobOutcome, type PublishingJob } from './publishing-job'

const { resources } = workerData as { resources: string | undefined }
let fonts: Promise<FontSet> | undefined
const fontSet = (): Promise<FontSet> => (fonts ??= loadFontBytes(resources).then((bytes) => new FontSet(bytes)))

parentPort?.on('message', (job: PublishingJob) => {
  const answer = (outcome: JobOutcome, transfer: ArrayBuffer[] = []) => parentPort?.postMessage(outcome, transfer)
  runJob(job, fontSet).then(
    (result) =>
      answer({ kind: 'done', result }, [(result instanceof Uint8Array ? result : result.bytes).buffer as ArrayBuffer]),
    (error: unknown) => answer({ kind: 'failed', failure: describeFailure(error) }),
  )
})
