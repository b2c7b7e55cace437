import { resolve } from 'node:path'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'electron-vite'
import { firstPaint } from './scripts/lib/first-paint.mjs'

const alias = { '@shared': resolve('shared'), '@renderer': resolve('renderer'), '@host': resolve('electron/host') }

/** `node` leaves the renderer out: the command line needs none and builds in a moment. Set by scripts/lib/build.mjs. */
const isNodeOnly = process.env.LIANSHEN_BUILD === 'node'

export default defineConfig({
  main: {
    resolve: { alias },
    build: {
      // The browser shell and the command line run these files in plain Node.
      target: 'node20.19',
      rolldownOptions: {
        // Absolute inputs: a relative `electron/...` would be taken for the package of that name.
        input: {
          index: resolve('electron/main/index.ts'),
          'browser-shell': resolve('electron/browser-shell/index.ts'),
          cli: resolve('electron/cli/index.ts'),
          // Files of their own: worker threads are started from a path.
          'publishing-worker': resolve('electron/host/publishing/publishing-worker.ts'),
          'bundle-worker': resolve('electron/host/bundles/bundle-worker.ts'),
          'argon2-worker': resolve('electron/host/keys/argon2-worker.ts'),
          'inspection-worker': resolve('electron/host/inspection/inspection-worker.ts'),
        },
        output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: 'chunks/[name]-[hash].js' },
      },
    },
  },
  preload: {
    resolve: { alias },
    build: {
      externalizeDeps: false,
      rolldownOptions: {
        input: resolve('electron/preload/index.ts'),
        // A sandboxed preload must be CommonJS.
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  ...(isNodeOnly
    ? {}
    : {
        renderer: {
          root: 'renderer',
          resolve: { alias },
          // pdf.js is a module in its worker as well.
          worker: { format: 'es' },
          plugins: [react({ jsxImportSource: '@renderer/ui/jsx' }), firstPaint()],
          build: {
            // Electron 45, and for the browser shell the Chromium, Chrome and Edge of the last two years.
            target: 'chrome120',
            minify: true,
            // One sheet, there from the start: a page that is read on demand never shows unstyled.
            cssCodeSplit: false,
            chunkSizeWarningLimit: 4000,
            rolldownOptions: { input: resolve('renderer/index.html') },
          },
        },
      }),
})
