import { readdirSync, readFileSync } from 'node:fs'
import { expect, it } from 'vitest'

it('no page on paper has a name of its own, before which an empty one would come out', () => {
  const files = readdirSync('src', { recursive: true, encoding: 'utf8' })
  const looks = files.filter((one) => /\.(css|vue)$/.test(one))
  const text = (file: string) => readFileSync(`src/${file}`, 'utf8')
  expect(looks.some((one) => text(one).includes('@page {'))).toBe(true)
  expect(looks.filter((one) => /@page\s+[\w:]|^\s*page:\s*\w+;/m.test(text(one)))).toEqual([])
})
