/**
 * One sitting of the soak: a desk is opened, does what chance says, and is closed, unless its parent kills it. Its
 * argument is a plan as JSON; what was acknowledged goes to the parent line by line.
 */
import { writeSync } from 'node:fs'
import { installFaultyDisk } from '../disk/faulty-disk'
import type { Said } from './said'
import { Sitter, type Plan } from './sitter'

/** Through the pipe at once, whole: what the ids of a large import take is more than a pipe holds. */
const say = (line: Said): void => {
  for (let left = Buffer.from(`${JSON.stringify(line)}\n`); left.length > 0;) {
    try {
      left = left.subarray(writeSync(1, left))
    } catch (error) {
      if (!(error instanceof Error) || !('code' in error) || error.code !== 'EAGAIN') throw error
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 1)
    }
  }
}

await installFaultyDisk()
const sitter = await Sitter.sitDown(JSON.parse(process.argv[2] ?? '') as Plan, say)
await sitter.work()
say({ kind: 'finished' })
