import { writeSync } from 'node:fs'
import { openLog } from '../../../electron/shell/log'
import { plantCanaries } from './plant-canaries'

/** Run by canaries.test.ts as a process of its own: plants every word, a dot for each step, and waits to be killed. */
const [, , root, cache] = process.argv
if (root === undefined || cache === undefined) throw new Error('usage: plant-until-killed ROOT CACHE')
await plantCanaries(root, openLog(cache).error, () => writeSync(1, '.'))
setInterval(() => undefined, 1000)
