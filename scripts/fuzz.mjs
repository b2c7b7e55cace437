// Good bundles bent by chance, brought to a true desk: npm run fuzz [-- CASES [SEED]]
import { runTsx } from './lib/run-tsx.mjs'

const [cases = '100000', ...rest] = process.argv.slice(2)
process.exit(runTsx('test/hostile/run-fuzz.ts', [cases, ...rest]))
