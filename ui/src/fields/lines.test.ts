import { beforeEach, expect, it } from 'vitest'
import { readings } from '@/data/rules'
import { speak } from '@/words'
import { figureName, partLabel } from './figures'

const band = (key: string) => partLabel('agreement', 'band', { key })
const bands = () => ['huge', 'middle', 'large', 'small'].map(band)

beforeEach(() => {
  readings.value = {}
})

it('has the usual names by the usual lines', async () => {
  await speak('zh-CN')
  readings.value = { large_yuan: '100000000', key_yuan: '100000000' }
  expect([figureName('F3'), figureName('F4'), figureName('F6')]).toEqual([
    '过亿元项目',
    '其中过10亿元项目',
    '在建、拟建过亿元重点项目',
  ])
  expect(bands()).toEqual(['10亿元及以上', '5亿—10亿元', '1亿—5亿元', '1亿元以下'])
})

it('follows a line that was set elsewhere', async () => {
  await speak('zh-CN')
  readings.value = { large_yuan: '50000000', huge_yuan: '2000000000' }
  expect([figureName('F3'), figureName('F4'), figureName('F1')]).toEqual([
    '过5,000万元项目',
    '其中过20亿元项目',
    '签约项目',
  ])
  expect(bands()).toEqual(['20亿元及以上', '5亿元—20亿元', '5,000万元—5亿元', '5,000万元以下'])
  await speak('en')
  expect(figureName('F3')).toBe('Over 50 million')
  expect(band('huge')).toBe('2 billion and more')
})
