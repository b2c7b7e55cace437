import { resolve } from 'node:path'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'electron-vite'

const alias = { '@shared': resolve('shared'), '@renderer': resolve('renderer'), '@host': resolve('electron/host') }

export default defineConfig({
  main: {
    resolve: { alias },
    build: {
      rollupOptions: {
        // Absolute inputs: Rollup takes a relative `electron/...` for the package of that name.
        input: {
          index: resolve('electron/main/index.ts'),
          'browser-shell': resolve('electron/browser-shell/index.ts'),
          cli: resolve('electron/cli/index.ts'),
        },
        output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: 'chunks/[name]-[hash].js' },
      },
    },
  },
  preload: {
    resolve: { alias },
    build: {
      externalizeDeps: false,
      rollupOptions: {
        input: resolve('electron/preload/index.ts'),
        // A sandboxed preload must be CommonJS.
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: 'renderer',
    resolve: { alias },
    plugins: [react()],
    build: { rollupOptions: { input: resolve('renderer/index.html') } },
  },
})
