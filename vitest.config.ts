import { resolve } from 'node:path'
import { defineConfig } from 'vitest/config'

export default defineConfig({
  resolve: {
    alias: { '@shared': resolve('shared'), '@renderer': resolve('renderer'), '@host': resolve('electron/host') },
  },
  test: {
    include: ['test/{unit,component,integration,architecture}/**/*.test.{ts,tsx}', 'tools/*/test/*.test.ts'],
    testTimeout: 60_000,
    hookTimeout: 60_000,
    maxWorkers: 2,
  },
})
