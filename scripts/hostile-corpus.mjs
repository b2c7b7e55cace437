// Every hostile bundle of the corpus through the built reader, as a table: npm run hostile-corpus
import { buildIfNeeded } from './build-if-needed.mjs'
import { runTsx } from './lib/run-tsx.mjs'

await buildIfNeeded({ want: 'node', say: () => console.error('building…') })
process.exit(runTsx('test/hostile/run-corpus.ts'))
