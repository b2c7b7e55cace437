// Builds everything, whether it is out of date or not.
import { buildIfNeeded } from './build-if-needed.mjs'

await buildIfNeeded({ want: 'all', isForced: true, isLoud: true })
