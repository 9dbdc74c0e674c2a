import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vite'

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url))

/** The drawing of maps as one script that needs no browser; see `crates/picture`. */
export default defineConfig({
  publicDir: false,
  build: {
    target: 'es2020',
    outDir: 'dist-engine',
    reportCompressedSize: false,
    lib: {
      entry: here('./src/map/poster/engine.ts'),
      formats: ['iife'],
      name: 'engine',
      fileName: () => 'draw.js',
    },
  },
})
