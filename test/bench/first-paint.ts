/**
 * How much script a page reads before it shows anything, and what it consists of. The build itself refuses more
 * (scripts/lib/first-paint.mjs). Run by scripts/bench.mjs: `npm run bench -- first-paint`.
 */
import { resolveConfig } from 'electron-vite'
import { build } from 'vite'
import { firstPaint, mostBytes } from '../../scripts/lib/first-paint.mjs'
import { print } from './table'

const { config } = await resolveConfig({ logLevel: 'error' }, 'build', 'production')
const found: Parameters<NonNullable<Parameters<typeof firstPaint>[0]>>[0][] = []
await build({
  ...config?.renderer,
  configFile: false,
  logLevel: 'error',
  plugins: [...(config?.renderer?.plugins ?? []), firstPaint((one) => void found.push(one))],
  build: { ...config?.renderer?.build, write: false },
})
const [{ bytes, parts } = { bytes: NaN, parts: [] }] = found
print([
  {
    what: 'script before anything shows',
    value: bytes / 1000,
    unit: 'KB',
    target: { bound: 'at most', value: mostBytes / 1000 },
  },
  ...parts
    .slice(0, 40)
    .map(([part, size]) => ({ what: `of it, not yet made small: ${part}`, value: size / 1000, unit: 'KB' })),
])
