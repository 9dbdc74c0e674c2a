import { readdirSync, readFileSync } from 'node:fs'
import { expect, it } from 'vitest'

const read = (file: string) => readFileSync(`src/${file}`, 'utf8')
const files = readdirSync('src', { recursive: true, encoding: 'utf8' }).filter((one) => one.endsWith('.vue'))

it.each(['marked-sum', 'import-foot'])('covers no “%s” with what it says', (foot) => {
  expect(read('shell/Notices.vue')).toContain(`body:has([data-testid='${foot}']) .notices`)
  expect(files.filter((one) => read(one).includes(`data-testid="${foot}"`))).toHaveLength(1)
})
