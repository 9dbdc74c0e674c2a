import { beforeEach, expect, it } from 'vitest'
import { speak } from '@/words'
import { markedText } from './markedSum'

const yuan = (amount: string, more: object = {}) => ({ amount, currency: 'CNY', ...more })

beforeEach(() => speak('zh-CN'))

it('adds amounts exactly, blanks not counted', () =>
  expect(markedText([yuan('1000.10'), yuan('2000.20'), yuan('500000.00'), null])).toBe(
    '计数 3 · 合计 50.30003 万元 · 平均 16.77 万元',
  ))
it('adds no unlike amounts, no ranges and no areas', () => {
  expect(markedText([yuan('100.00'), { number: '5' }])).toBe('计数 2')
  expect(markedText([yuan('100.00'), { ...yuan('1.00'), currency: 'USD' }])).toBe('计数 2')
  expect(
    markedText([yuan('10000.00'), yuan('10000.00', { mark: 'range', high: '20000.00' }), yuan('20000.00')]),
  ).toBe('计数 3 · 合计 3.00 万元 · 平均 1.50 万元')
})
it('says nothing but the count of texts', () => expect(markedText(['a', 'b'])).toBe('计数 2'))
