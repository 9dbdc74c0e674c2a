import { beforeEach, describe, expect, it } from 'vitest'
import type { FieldInfo } from '@/data/kinds'
import type { Filter } from '@/data/rows'
import { speak } from '@/words'
import { filtersOf, filtersText, waysOf, wishOf, type Way } from './filters'

const field = (shape: FieldInfo['shape'], more: Partial<FieldInfo> = {}): FieldInfo => ({
  name: 'x',
  shape,
  required: false,
  group: 'x',
  personal: false,
  label: '栏',
  ...more,
})
const wish = (way: Way, low = '', high = '', picked: string[] = []) => ({ way, low, high, picked })
const made = (of: FieldInfo, ...asked: Parameters<typeof wish>) => filtersOf('agreement', of, wish(...asked))

beforeEach(() => speak('zh-CN'))

describe('conditions', () => {
  it('offer what suits the field, descendants for places and trades', () => {
    expect(waysOf(field('text'))).not.toContain('within')
    expect(waysOf(field('text', { tree: 'region' }))[0]).toBe('within')
    expect(waysOf(field('money'))[0]).toBe('between')
    expect(waysOf(field('choice'))[0]).toBe('any')
  })

  it('make a filter of each end of a range, read as the field reads', () => {
    expect(made(field('money'), 'between', '5000万', '1亿')).toEqual([
      { field: 'x', op: 'at_least', value: { amount: '50000000.00', currency: 'CNY' } },
      { field: 'x', op: 'at_most', value: { amount: '100000000.00', currency: 'CNY' } },
    ])
    expect(made(field('date'), 'between', '', '2023Q2')).toEqual([
      { field: 'x', op: 'at_most', value: { date: '2023-Q2' } },
    ])
  })

  it('ask for nothing where nothing is given, and refuse what cannot be read', () => {
    expect(made(field('money'), 'between')).toEqual([])
    expect(made(field('choice', { choices: ['a'] }), 'any')).toEqual([])
    expect(made(field('money'), 'between', '很多')).toBeUndefined()
    expect(made(field('text'), 'contains', '  ')).toEqual([])
  })

  it.each<[FieldInfo, Filter[]]>([
    [field('text'), [{ field: 'x', op: 'contains', value: '药' }]],
    [field('text', { tree: 'region' }), [{ field: 'x', op: 'within', value: '江苏' }]],
    [field('choice', { choices: ['a', 'b'] }), [{ field: 'x', op: 'any', value: ['a', 'b'] }]],
    [field('ref', { target: 'enterprise' }), [{ field: 'x', op: 'any', value: ['id-1'] }]],
    [field('number'), [{ field: 'x', op: 'at_least', value: { number: '3' } }]],
    [field('date'), [{ field: 'x', op: 'blank' }]],
  ])('survive being opened again: %#', (of, filters) => {
    expect(filtersOf('agreement', of, wishOf('agreement', of, filters))).toEqual(filters)
  })

  it('are said in words, names for references', () => {
    const text = (of: FieldInfo, filter: Filter) =>
      filtersText('extra', of, [filter], { 'id-1': { title: '红日药业' } })
    expect(text(field('ref'), { field: 'x', op: 'any', value: ['id-1'] })).toContain('红日药业')
    expect(text(field('text'), { field: 'x', op: 'within', value: '江苏' })).toContain('属于 江苏')
    const since: Filter = { field: 'x', op: 'at_least', value: { date: '2023-03' } }
    const until: Filter = { field: 'x', op: 'at_most', value: { date: '2023-05' } }
    expect(text(field('date'), since)).toContain('不早于 2023-03')
    expect(filtersText('extra', field('date'), [since, until], {})).toContain('2023-03 至 2023-05')
  })
})
