import { askSecret } from '../../../electron/cli/ask-secret'

/** Asks as `lianshen audit` does and answers in hexadecimal, so that an echo cannot be taken for the answer. */
const answer = await askSecret('口令：', process.stdin, (text) => process.stdout.write(text))
process.stdout.write(`answer ${answer === null ? 'none' : Buffer.from(answer).toString('hex')}.\n`)
