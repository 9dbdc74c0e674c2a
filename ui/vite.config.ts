import vue from '@vitejs/plugin-vue'
import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url))

/** Where `npm run dev` finds the running web host (`suoji-web`). */
const host = process.env.SUOJI_WEB ?? 'http://127.0.0.1:4870'

export default defineConfig({
  plugins: [vue()],
  resolve: {
    alias: {
      '@words': here('../crates/model/words'),
      '@': here('./src'),
      // Without the compiler of messages: ours are plain, see words/index.ts.
      'vue-i18n': 'vue-i18n/dist/vue-i18n.runtime.esm-bundler.js',
    },
  },
  define: {
    __VUE_OPTIONS_API__: 'true',
    __VUE_PROD_DEVTOOLS__: 'false',
    __VUE_I18N_FULL_INSTALL__: 'false',
    __VUE_I18N_LEGACY_API__: 'false',
    __INTLIFY_PROD_DEVTOOLS__: 'false',
  },
  server: {
    proxy: { '/call': host, '/session': host, '/events': host },
    fs: { allow: ['..'] },
  },
  build: {
    target: 'es2022',
    outDir: 'dist',
    emptyOutDir: true,
    chunkSizeWarningLimit: 700,
  },
  test: {
    environment: 'happy-dom',
    setupFiles: ['src/words/spoken.ts'],
    include: ['src/**/*.test.ts'],
  },
})
