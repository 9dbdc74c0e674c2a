import { expect, it } from 'vitest'
import en from './map.en.json'
import zh from './map.zh-CN.json'

const sources = import.meta.glob<string>(
  [
    '../map/**/*.{ts,vue}',
    '../pages/ChainPage.vue',
    '../pages/chain/*.vue',
    '../pages/{Place,Trips,Brief,Atlas}Page.vue',
    '../pages/{place,trips,atlas}/*.{ts,vue}',
  ],
  {
    query: '?raw',
    import: 'default',
    eager: true,
  },
)
const blanks = (text = '') => [...text.matchAll(/\{(\w+)\}/g)].map((one) => one[1]).sort()

it('the map says the same in both languages', () => {
  expect(Object.keys(en)).toEqual(Object.keys(zh))
  for (const [key, text] of Object.entries(zh))
    expect([key, blanks((en as Record<string, string>)[key])]).toEqual([key, blanks(text)])
})

it('every text the map names is there', () => {
  const named = Object.entries(sources)
    .filter(([file]) => !file.endsWith('.test.ts'))
    .flatMap(([file, text]) => [...text.matchAll(/\bm\(\s*'([\w.]+)'/g)].map((one) => `${file} ${one[1]}`))
  expect(named.length).toBeGreaterThan(60)
  expect(named.filter((line) => !((line.split(' ')[1] ?? '') in zh))).toEqual([])
})
