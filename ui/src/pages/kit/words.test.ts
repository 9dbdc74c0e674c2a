import { expect, it } from 'vitest'
import words from './words.json'

const sources = import.meta.glob<string>(['./*.vue', '../KitPage.vue'], {
  query: '?raw',
  import: 'default',
  eager: true,
})

it('the sheet says the same in both languages, and all that it names', () => {
  expect(Object.keys(words.en)).toEqual(Object.keys(words['zh-CN']))
  const named = Object.values(sources).flatMap((text) =>
    [...text.matchAll(/\bk\('(\w+)'\)/g)].map((one) => one[1]),
  )
  expect(named.filter((key) => !(key! in words.en))).toEqual([])
  expect(named.length).toBeGreaterThan(50)
})
