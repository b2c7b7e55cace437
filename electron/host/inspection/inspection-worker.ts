/** Entry of the thread that looks into files one after another: what overwhelms it takes nothing else with it. */
import { parentPort } from 'node:worker_threads'
import { inspectHere, type InspectionAnswer, type InspectionAsk } from './inspection-job'
import { readDocumentTables } from './read-document-tables'
import { readWorkbook } from './read-workbook'

async function answerTo(ask: InspectionAsk): Promise<InspectionAnswer> {
  switch (ask.kind) {
    case 'inspect':
      return { kind: 'inspected', inspection: await inspectHere(ask.job) }
    case 'read-workbook':
      return { kind: 'read-workbook', reading: await readWorkbook(Buffer.from(ask.bytes)) }
    case 'read-document':
      return { kind: 'read-document', reading: await readDocumentTables(Buffer.from(ask.bytes)) }
  }
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
