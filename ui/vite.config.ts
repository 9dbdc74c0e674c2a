import vue from '@vitejs/plugin-vue'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Plugin } from 'vite'
import { defineConfig } from 'vitest/config'

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url))

/** Where `npm run dev` finds the running web host (`suoji-web`). */
const host = process.env.SUOJI_WEB ?? 'http://127.0.0.1:4870'

interface Graph {
  getModuleInfo: (id: string) => { isEntry: boolean; importers: readonly string[] } | null
}

const started = new Set<string>()

/** Whether the entry needs a module before it runs, by whatever way; `seen` holds where the look has been. */
function ofStart(id: string, graph: Graph, seen = new Set<string>()): boolean {
  if (started.has(id)) return true
  if (seen.has(id)) return false
  seen.add(id)
  const module = graph.getModuleInfo(id)
  const yes = !!module && (module.isEntry || module.importers.some((one) => ofStart(one, graph, seen)))
  if (yes) started.add(id)
  return yes
}

/**
 * Takes each icon from its own file. By way of the file that names them all, those of every page would be needed
 * by the entry, and a start would carry them.
 */
function iconsAlone(): Plugin {
  const from = /import\s*\{([^}]*)\}\s*from\s*['"]@lucide\/vue['"];?/g
  const folder = here('./node_modules/@lucide/vue/dist/esm')
  const files = new Map<string, string>()
  return {
    name: 'icons-alone',
    apply: 'build',
    buildStart() {
      const all = readFileSync(`${folder}/lucide-vue.mjs`, 'utf8')
      for (const [, names = '', file = ''] of all.matchAll(/export \{([^}]*)\} from '\.\/(icons\/[^']+)'/g))
        for (const [, name = ''] of names.matchAll(/default as (\w+)/g)) files.set(name, file)
    },
    transform(code, id) {
      if (!id.startsWith(here('./src/')) || !code.includes('@lucide/vue')) return null
      return code.replace(from, (whole, names: string) => {
        const wanted = names.split(',').flatMap((one) => one.trim() || [])
        const lines = wanted.map((one) => {
          const [name = '', as = name] = one.split(/\s+as\s+/)
          const file = files.get(name)
          return file && `import ${as} from ${JSON.stringify(`${folder}/${file}`)};`
        })
        return lines.every(Boolean) ? lines.join(' ') : whole
      })
    },
  }
}

/** Fetches the words of the usual language beside the first script, which asks for them only when it runs. */
const wordsAhead: Plugin = {
  name: 'words-ahead',
  transformIndexHtml(_, { bundle }) {
    const words = Object.values(bundle ?? {}).find((one) => one.type === 'chunk' && one.name === 'chinese')
    if (!words) return []
    return [
      {
        tag: 'link',
        attrs: { rel: 'modulepreload', crossorigin: true, href: `/${words.fileName}` },
        injectTo: 'head',
      },
    ]
  },
}

export default defineConfig({
  plugins: [vue(), iconsAlone(), wordsAhead],
  resolve: {
    alias: {
      '@words': here('../crates/model/words'),
      '@': here('./src'),
      'd3-selection': here('./src/map/stage/held.ts'),
      'd3-interpolate': here('./src/map/stage/still.ts'),
      'd3-transition': here('./src/map/stage/still.ts'),
    },
  },
  define: {
    __VUE_OPTIONS_API__: 'false',
    __VUE_PROD_DEVTOOLS__: 'false',
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
    // One file for all that a start runs: every further one is asked of the program by itself.
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [{ name: (id, graph) => (ofStart(id, graph) ? 'start' : null) }],
        },
      },
    },
  },
  test: {
    environment: 'happy-dom',
    // So that they find what stands in the place of others, as in a build.
    server: { deps: { inline: [/d3-/] } },
    setupFiles: ['src/words/spoken.ts'],
    include: ['src/**/*.test.ts'],
  },
})
