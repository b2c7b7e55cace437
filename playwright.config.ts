import { defineConfig } from '@playwright/test'
import type { ShellOptions } from './test/e2e/fixtures/test'
import { findElectron } from './scripts/lib/electron-runtime.mjs'

const electron: string | null = findElectron()
const hasDisplay = process.platform !== 'linux' || Boolean(process.env.DISPLAY) || Boolean(process.env.WAYLAND_DISPLAY)

export default defineConfig<ShellOptions>({
  testDir: 'test/e2e',
  outputDir: 'test-results',
  // Desks share nothing: each has its ports, profile, exchange folder and browser in a folder of its spec.
  workers: 2,
  timeout: 180_000,
  expect: { timeout: 15_000 },
  forbidOnly: Boolean(process.env.CI),
  reporter: 'list',
  use: { actionTimeout: 15_000 },
  projects: [
    { name: 'browser shell', use: { shell: 'browser', electronExecutable: null } },
    // The same specs in the product itself, wherever its runtime is; `npm test` says when it is not.
    ...(electron !== null && hasDisplay
      ? [{ name: 'Electron', use: { shell: 'electron' as const, electronExecutable: electron } }]
      : []),
  ],
})
