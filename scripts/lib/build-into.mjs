import { join } from 'node:path'
import { build } from 'vite'
import { root } from './root.mjs'

const harness = join(root, 'test', 'durability')

/** Builds programs with everything of ours in them. Answers their folder. */
export async function buildInto(name, input, aliases = []) {
  const outDir = join(root, '.cache', name)
  await build({
    configFile: false,
    logLevel: 'error',
    resolve: {
      alias: [
        { find: '@shared', replacement: join(root, 'shared') },
        { find: '@renderer', replacement: join(root, 'renderer') },
        { find: '@host', replacement: join(root, 'electron', 'host') },
        ...aliases,
      ],
    },
    build: {
      ssr: true,
      target: 'node20.19',
      outDir,
      rolldownOptions: { input, output: { format: 'es', entryFileNames: '[name].js' } },
    },
  })
  return outDir
}

/** The harness of the host's durability, with the host in it, so that thousands of processes start quickly. */
export const buildDurability = () =>
  buildInto('durability', { main: join(harness, 'main.ts'), worker: join(harness, 'worker.ts') }, [
    // Desks are opened thousands of times, and each would cost a quarter of a second.
    { find: /^hash-wasm$/u, replacement: join(harness, 'desk', 'quick-argon2.ts') },
  ])

/**
 * The harness of the browser's durability: its desks are opened by the product as it is built, so that nothing is
 * quicker.
 */
export const buildBrowserDurability = () =>
  buildInto('durability-browser', { main: join(harness, 'browser', 'main.ts') })

/** The bench of bundles, with the host in it. */
export const buildBundleBench = () =>
  buildInto('bench', {
    bundles: join(root, 'test', 'bench', 'bundles.ts'),
    'argon2-worker': join(root, 'electron', 'host', 'keys', 'argon2-worker.ts'),
  })

/** The bench of the host alone: a program, and the one that it starts for each opening. */
export const buildHostBench = () =>
  buildInto('bench-host', {
    host: join(root, 'test', 'bench', 'host.ts'),
    'host-child': join(root, 'test', 'bench', 'host-child.ts'),
    'argon2-worker': join(root, 'electron', 'host', 'keys', 'argon2-worker.ts'),
  })

/** The soak: what looks on, and a process for each sitting at a desk. */
export const buildSoak = () =>
  buildInto('soak', {
    main: join(harness, 'soak', 'main.ts'),
    sitting: join(harness, 'soak', 'sitting.ts'),
    'argon2-worker': join(root, 'electron', 'host', 'keys', 'argon2-worker.ts'),
  })
