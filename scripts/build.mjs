// Builds everything: always, or with --if-needed only what is out of date.
import { buildIfNeeded } from './build-if-needed.mjs'

const isForced = !process.argv.includes('--if-needed')
await buildIfNeeded({ want: 'all', isForced, isLoud: isForced })
