#!/usr/bin/env node
// Renders the sample dossiers of resources/samples: npm run samples [-- SLUG...]
import { spawnSync } from 'node:child_process'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const tsx = createRequire(import.meta.url).resolve('tsx/cli')
const build = join(root, 'tools/samples/build.ts')
const done = spawnSync(process.execPath, [tsx, build, ...process.argv.slice(2)], { cwd: root, stdio: 'inherit' })
process.exit(done.status ?? 1)
