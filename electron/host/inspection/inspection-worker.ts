/** Entry of the thread that looks into files one after another: what overwhelms it takes nothing else with it. */
import { parentPort } from 'node:worker_threads'
import { inspectHere, type InspectionAnswer, type InspectionAsk } from './inspection-job'
import { readWorkbook } from './read-workbook'

async function answerTo(ask: InspectionAsk): Promise<InspectionAnswer> {
  return ask.kind === 'inspect'
    ? { kind: 'inspected', inspection: await inspectHere(ask.job) }
    : { kind: 'read', reading: await readWorkbook(Buffer.from(ask.bytes)) }
}

parentPort?.on('message', (ask: InspectionAsk) => {
  answerTo(ask).then(
    (answer) => parentPort?.postMessage(answer),
    (error: unknown) =>
      parentPort?.postMessage({
        kind: 'failed',
        message: error instanceof Error ? (error.stack ?? '') : String(error),
      } satisfies InspectionAnswer),
  )
})
