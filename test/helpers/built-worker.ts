/** The publishing worker as the product ships it: bundled, libraries outside. */
import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { build } from 'vite'

/** Builds the worker into the cache folder; about a second. */
export async function buildPublishingWorker(): Promise<URL> {
  const outDir = resolve('.cache/test-publishing-worker')
  await build({
    configFile: false,
    logLevel: 'error',
    resolve: { alias: { '@shared': resolve('shared') } },
    build: {
      ssr: resolve('electron/host/publishing/publishing-worker.ts'),
      target: 'node20.19',
      outDir,
      rolldownOptions: { output: { format: 'es', entryFileNames: 'publishing-worker.js' } },
    },
  })
  return pathToFileURL(resolve(outDir, 'publishing-worker.js'))
}
