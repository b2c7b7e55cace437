import { resolve } from 'node:path'
import { defineConfig } from 'vitest/config'

const pure = ['test/{unit,architecture}/**/*.test.ts', 'tools/*/test/*.test.ts']

export default defineConfig({
  resolve: {
    alias: { '@shared': resolve('shared'), '@renderer': resolve('renderer'), '@host': resolve('electron/host') },
  },
  test: {
    testTimeout: 60_000,
    hookTimeout: 60_000,
    maxWorkers: 2,
    projects: [
      // Functions without a memory: files may share a process, and what all of them import is read once.
      { extends: true, test: { name: 'pure', include: pure, isolate: false } },
      {
        extends: true,
        test: {
          name: 'whole',
          include: ['test/{component,screens,integration}/**/*.test.{ts,tsx}'],
          setupFiles: ['test/helpers/all-words.ts'],
        },
      },
    ],
  },
})
