/** Workers as the product ships them: bundled, libraries outside. */
import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { build } from 'vite'

export const buildPublishingWorker = (): Promise<URL> => buildWorker('publishing', 'publishing-worker')
export const buildBundleWorker = (): Promise<URL> => buildWorker('bundles', 'bundle-worker')
export const buildInspectionWorker = (): Promise<URL> => buildWorker('inspection', 'inspection-worker')
export const buildArgon2Worker = (): Promise<URL> => buildWorker('keys', 'argon2-worker')

/** Builds a worker of the host into the cache folder; about a second. */
async function buildWorker(folder: string, name: string): Promise<URL> {
  const outDir = resolve(`.cache/test-${name}`)
  await build({
    configFile: false,
    logLevel: 'error',
    resolve: { alias: { '@shared': resolve('shared') } },
    build: {
      ssr: resolve(`electron/host/${folder}/${name}.ts`),
      target: 'node20.19',
      outDir,
      rolldownOptions: { output: { format: 'es', entryFileNames: `${name}.js` } },
    },
  })
  return pathToFileURL(resolve(outDir, `${name}.js`))
}
