import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

/** All files of the pages that may hold styles. */
const files = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .filter((name) => /\.(vue|css)$/.test(name) && !name.endsWith('tokens.css'))
  .map((name) => ({ name, text: readFileSync(join('src', name), 'utf8') }))

const OWN = /@property (--[\w-]+) \{[^}]*inherits: false;/g

// WebKit keeps styles by the values that an element inherits, and forgets none until the program ends.
test('no element but the root hands values down', () => {
  const own = new Set(files.flatMap(({ text }) => [...text.matchAll(OWN)].map((match) => match[1])))
  const handed = files.flatMap(({ name, text }) =>
    [...text.matchAll(/^\s*(--[\w-]+):|['"`](--[\w-]+)['"`]:/gm)]
      .map((match) => match[1] ?? match[2])
      .filter((value) => !own.has(value))
      .map((value) => `${name}: ${value}`),
  )
  expect(own.size).toBeGreaterThan(0)
  expect(handed).toEqual([])
})
