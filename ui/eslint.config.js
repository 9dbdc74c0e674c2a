import js from '@eslint/js'
import prettier from 'eslint-config-prettier'
import vue from 'eslint-plugin-vue'
import globals from 'globals'
import ts from 'typescript-eslint'

/** Rooms of the UI and the rooms each may import from (tidy checks the same rule in CI). */
const rooms = {
  theme: [],
  words: [],
  bridge: [],
  kit: [],
  data: ['bridge', 'words'],
  fields: ['kit', 'data', 'words'],
  records: ['kit', 'data', 'words', 'fields'],
  map: ['kit', 'data', 'words', 'fields', 'records'],
  pages: ['kit', 'data', 'words', 'fields', 'records', 'map'],
  shell: ['kit', 'data', 'words', 'fields', 'records', 'map', 'pages'],
}

const walls = Object.entries(rooms).map(([room, open]) => ({
  files: [`src/${room}/**/*.{ts,vue}`],
  ignores: ['**/*.test.ts'],
  rules: {
    'no-restricted-imports': [
      'error',
      {
        patterns: [
          {
            group: Object.keys(rooms)
              .filter((other) => other !== room && !open.includes(other))
              .map((other) => `@/${other}/**`)
              .concat('@/main'),
            message: `The room ${room} may not use this room.`,
          },
          ...(room === 'bridge' ? [] : [{ group: ['@tauri-apps/*'], message: 'Only bridge/tauri.ts.' }]),
        ],
      },
    ],
  },
}))

export default ts.config(
  { ignores: ['dist', 'dist-engine', 'node_modules', 'src/bridge/generated.ts'] },
  js.configs.recommended,
  ...ts.configs.recommended,
  ...vue.configs['flat/recommended'],
  {
    files: ['**/*.vue'],
    languageOptions: { parserOptions: { parser: ts.parser } },
  },
  {
    languageOptions: { globals: { ...globals.browser, ...globals.node } },
    rules: {
      '@typescript-eslint/no-explicit-any': 'error',
      'no-undef': 'off',
      'vue/multi-word-component-names': 'off',
      'vue/require-default-prop': 'off',
      'vue/no-v-html': 'error',
    },
  },
  ...walls,
  prettier,
)
