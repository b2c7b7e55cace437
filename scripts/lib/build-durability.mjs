import { join } from 'node:path'
import { build } from 'vite'
import { root } from './root.mjs'

/** Builds the harness of durability with the host in it, so that thousands of processes start quickly. Answers its folder. */
export async function buildDurability() {
  const harness = join(root, 'test', 'durability')
  const outDir = join(root, '.cache', 'durability')
  await build({
    configFile: false,
    logLevel: 'error',
    resolve: {
      alias: [
        { find: '@shared', replacement: join(root, 'shared') },
        { find: '@host', replacement: join(root, 'electron', 'host') },
        // Desks are opened thousands of times, and each would cost a quarter of a second.
        { find: /^hash-wasm$/u, replacement: join(harness, 'desk', 'quick-argon2.ts') },
      ],
    },
    build: {
      ssr: true,
      target: 'node20.19',
      outDir,
      rolldownOptions: {
        input: { main: join(harness, 'main.ts'), worker: join(harness, 'worker.ts') },
        output: { format: 'es', entryFileNames: '[name].js' },
      },
    },
  })
  return outDir
}
