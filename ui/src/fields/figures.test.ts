import { expect, it } from 'vitest'
import { speak } from '@/words'
import type { FieldInfo } from '@/data/kinds'
import { noChange, readingLabel, settingLabel } from './figures'
import { fullText, typedText } from './show'

it('tells a line in the unit of amounts, under a name without another unit', async () => {
  await speak('zh-CN')
  expect(settingLabel('key_yuan')).toBe('重点项目的线')
  expect(readingLabel('key_yuan', '100000000')).toBe('10,000 万元')
})

it.each([
  ['999.00', undefined, undefined],
  ['1162.97', undefined, 'too_small'],
  ['-100.00', undefined, undefined],
  ['—', undefined, undefined],
  ['—', 'not_kept', 'not_kept'],
] as const)('of a change of %s percent, refused for %s, the reason is %s', (change, refused, why) => {
  const one = { id: 'F2', unit: 'yi_yuan', now: { kind: 'count', count: 1, display: '1' } } as const
  expect(noChange({ ...one, change, change_unit: 'percent', refused })).toBe(why)
})

it('reads the figure of an indicator by its name, and writes it by its number', async () => {
  await speak('zh-CN')
  const field = { name: 'indicator', shape: 'text' } as FieldInfo
  expect(fullText('indicator_value', field, 'F17', {})).toBe('总出租率')
  expect(fullText('indicator_value', field, '人均产值', {})).toBe('人均产值')
  expect(typedText('indicator_value', field, 'F17', {})).toBe('F17')
})
