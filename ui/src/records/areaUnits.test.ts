import { beforeEach, expect, it } from 'vitest'
import { areaSumText } from '@/fields/show'
import type { Value } from '@/data/value'
import { speak } from '@/words'
import { areaUnits } from './areaUnits'

beforeEach(() => speak('zh-CN'))

it('a column speaks the unit of its first area, wherever one scrolls', () => {
  const rows: (Value | undefined)[] = [
    undefined,
    null,
    { area: '50', unit: 'mu' },
    { area: '9', unit: 'sqm' },
  ]
  const unit = areaUnits((row) => rows[row])
  expect(unit('area')).toBe('mu')
  rows[2] = undefined
  expect(unit('area')).toBe('mu')
  expect(areaUnits(() => undefined)('area')).toBeUndefined()
})

it('a total of areas is rounded once, in the unit of its column', () => {
  expect(areaSumText('33333.3333', 'mu')).toBe('50 亩')
  expect(areaSumText('1234567.89', 'mu')).toBe('1,851.85 亩')
  expect(areaSumText('25000', 'hectare')).toBe('2.5 公顷')
  expect(areaSumText('439900', 'sqm')).toBe('43.99 万㎡')
  expect(areaSumText('-2000', 'mu')).toBe('-3 亩')
})
