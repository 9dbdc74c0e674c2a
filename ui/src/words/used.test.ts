import { expect, it } from 'vitest'
import ui from './zh-CN.json'

const sources = import.meta.glob<string>('../**/*.{ts,vue}', {
  query: '?raw',
  import: 'default',
  eager: true,
})

function has(key: string): boolean {
  return (
    key
      .split('.')
      .reduce<unknown>((at, part) => (at as Record<string, unknown> | undefined)?.[part], { ui }) !==
    undefined
  )
}

it('every key the screens name is in the words', () => {
  const missing = Object.entries(sources)
    .filter(([file]) => !file.endsWith('.test.ts'))
    .flatMap(([file, text]) =>
      [...text.matchAll(/'(ui(?:\.[a-z_0-9A-Z]+)+)'/g)].map((one) => `${file} ${one[1]}`),
    )
    .filter((line) => !has(line.split(' ')[1] ?? ''))
  expect(missing).toEqual([])
})
