/** Entry of the thread that derives one key from a passphrase and ends. */
import { parentPort, workerData } from 'node:worker_threads'
import { doWorkHere, type PassphraseWork } from './passphrase-work'

parentPort?.postMessage(await doWorkHere(workerData as PassphraseWork))
