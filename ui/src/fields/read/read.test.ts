import { beforeEach, describe, expect, it } from 'vitest'
import type { FieldInfo } from '@/data/kinds'
import type { Value } from '@/data/value'
import { speak } from '@/words'
import { fullText, moneyTail, sumText, typedText } from '../show'
import { readDate } from './date'
import { readField } from './index'

const field = (shape: FieldInfo['shape'], more: Partial<FieldInfo> = {}): FieldInfo => ({
  name: 'x',
  shape,
  required: false,
  group: 'x',
  personal: false,
  ...more,
})
const read = (shape: FieldInfo['shape'], text: string) => {
  const now = readField('agreement', field(shape), text, null)
  return now.ok ? now.value : now.why
}
const yuan = (amount: string, more: object = {}) => ({ amount, currency: 'CNY', ...more })

beforeEach(() => speak('zh-CN'))

describe('money', () => {
  it.each<[string, Value]>([
    ['1200万', yuan('12000000.00')],
    ['1200', yuan('12000000.00')],
    ['12000000', yuan('12000000.00')],
    ['1.2亿', yuan('120000000.00')],
    ['１．２亿元', yuan('120000000.00')],
    ['3千万', yuan('30000000.00')],
    ['18,413.28', yuan('184132800.00')],
    ['约3000万', yuan('30000000.00', { mark: 'approximate' })],
    ['三千万', yuan('30000000.00')],
    ['壹亿元整', yuan('100000000.00')],
    ['两个亿', yuan('200000000.00')],
    ['2千5百万', yuan('25000000.00')],
    ['1亿2千万', yuan('120000000.00')],
    ['一千二百万美元', { amount: '12000000.00', currency: 'USD' }],
    ['十五亿', yuan('1500000000.00')],
    ['3亿多', yuan('300000000.00', { mark: 'approximate' })],
    ['3000多万元', yuan('30000000.00', { mark: 'approximate' })],
    ['3000万左右', yuan('30000000.00', { mark: 'approximate' })],
    ['不低于2亿', yuan('200000000.00', { mark: 'at_least' })],
    ['0.5-1亿', yuan('50000000.00', { mark: 'range', high: '100000000.00' })],
    ['5000万～1亿元', yuan('50000000.00', { mark: 'range', high: '100000000.00' })],
    ['500万美元', { amount: '5000000.00', currency: 'USD' }],
    ['USD 5m', { amount: '5000000.00', currency: 'USD' }],
    ['待定', { absent: 'pending' }],
    ['不适用', { absent: 'not_applicable' }],
    ['0', yuan('0.00')],
    ['', null],
  ])('%s', (text, value) => expect(read('money', text)).toEqual(value))

  it.each([
    ['见备注', 'ui.read.money'],
    ['1-0.5亿', 'ui.read.range'],
    ['一亿五', 'ui.read.money'],
    ['二三万', 'ui.read.money'],
    ['百二万', 'ui.read.money'],
    ['三百万千', 'ui.read.money'],
    ['5亿（一期2亿）', 'ui.read.money'],
    ['99999999999999999999亿', 'ui.read.too_large'],
    ['1亿-99999999999999999999亿', 'ui.read.too_large'],
    ['0.001元', 'ui.read.cents'],
  ])('refuses %s', (text, why) => expect(read('money', text)).toBe(why))

  it('reads a bare number in millions where the columns are in millions', () => {
    void speak('en')
    expect(read('money', '12')).toEqual(yuan('12000000.00'))
  })
})

describe('dates', () => {
  it.each([
    ['2023', '2023'],
    ['2023上半年', '2023-H1'],
    ['2023-H2', '2023-H2'],
    ['2023Q2', '2023-Q2'],
    ['2023年二季度', '2023-Q2'],
    ['2023-10', '2023-10'],
    ['2023年5月', '2023-05'],
    ['2023年10月中旬', '2023-10-T2'],
    ['2023-10-T3', '2023-10-T3'],
    ['2023-10-5', '2023-10-05'],
    ['2023/5/18', '2023-05-18'],
    ['20230518', '2023-05-18'],
    ['2023年5月18日', '2023-05-18'],
    ['23.5.18', '2023-05-18'],
    ['1900-01-01', '1900-01-01'],
    ['2199-12-31', '2199-12-31'],
  ])('%s', (text, date) => expect(read('date', text)).toEqual({ date }))
  it('refuses a day that does not exist', () =>
    expect(read('date', '2023-02-30')).toBe('ui.read.no_such_day'))
  it.each(['1899-12-31', '9999-12-31', '0001-01', '2200'])('refuses %s', (text) =>
    expect(read('date', text)).toBe('ui.read.year'),
  )
  it.each(['3-15', '3/15', '3月15日', '03-15'])('%s is a day of this year', (text) =>
    expect(readDate(text, 2024)).toEqual({ ok: true, value: { date: '2024-03-15' } }),
  )
  it.each(['2-30', '13-1'])('%s is no day', (text) =>
    expect(readDate(text, 2024)).toEqual({ ok: false, why: 'ui.read.no_such_day' }),
  )
})

describe('areas, lists, codes, flags', () => {
  it.each<[FieldInfo['shape'], string, Value]>([
    ['area', '50亩', { area: '50', unit: 'mu' }],
    ['area', '3万㎡', { area: '30000', unit: 'sqm' }],
    ['area', '3.3公顷', { area: '3.3', unit: 'hectare' }],
    ['area', '50', { area: '50', unit: 'mu' }],
    ['list', '甲、乙，丙', ['甲', '乙', '丙']],
    ['code', ' ９１３７０１０２ma2ch8dd59 ', '91370102MA2CH8DD59'],
    ['flag', '是', true],
    ['number', '7.1305', { number: '7.1305' }],
    ['text', '待定', '待定'],
  ])('%s %s', (shape, text, value) => expect(read(shape, text)).toEqual(value))
})

describe('what is edited reads back as the same value', () => {
  const values: [FieldInfo['shape'], Value][] = [
    ['money', yuan('12000000.00')],
    ['money', yuan('105107386.55')],
    ['money', yuan('336400200.00')],
    ['money', yuan('12.34')],
    ['money', yuan('30000000.00', { mark: 'approximate' })],
    ['money', yuan('50000000.00', { mark: 'range', high: '100000000.00' })],
    ['money', { amount: '12000000.00', currency: 'USD', mark: 'at_least' }],
    ['money', { absent: 'unknown' }],
    ['number', { number: '7.1305', mark: 'at_most' }],
    ['area', { area: '50', unit: 'mu' }],
    ['area', { area: '3000', unit: 'sqm', mark: 'range', high: '4000' }],
    ['date', { date: '2023-H1' }],
    ['date', { date: '2023-Q3', mark: 'approximate' }],
    ['date', { date: '2023-10-T1' }],
    ['date', { date: '2023-10-05' }],
    ['list', ['甲', '乙']],
  ]
  for (const language of ['zh-CN', 'en'] as const)
    it.each(values)(`${language} %s %j`, (shape, value) => {
      void speak(language)
      const info = field(shape)
      expect(readField('agreement', info, typedText('agreement', info, value, {}), value)).toEqual({
        ok: true,
        value,
      })
    })
})

it('writes a year as a year', () => {
  const year = { ...field('number'), name: 'plan_year' }
  expect(fullText('key_project', year, { number: '2023' }, {})).toBe('2023')
  expect(fullText('key_project', field('number'), { number: '2023' }, {})).toBe('2,023')
})

it('keeps the points of a column of amounts under each other', () => {
  const cells = ['12.00', '1,200.3456', '1–2.5', '12']
  expect(cells.map((cell) => moneyTail(cell, 4).length)).toEqual([2, 0, 0, 0])
  expect(moneyTail('1,200.00', 2)).toBe('')
})

it('writes totals of one size in one unit', () => {
  void speak('en')
  const totals = ['4005800000.00', '1139700000.00', '166300000.00', '0'].map(sumText)
  expect(totals).toEqual(['CNY 4.006 bn', 'CNY 1.140 bn', 'CNY 166.30 m', 'CNY 0.00'])
  void speak('zh-CN')
  expect(['4005800000.00', '99999000.00'].map(sumText)).toEqual(['40.06 亿元', '9,999.90 万元'])
})

describe('what is shown', () => {
  const show = (shape: FieldInfo['shape'], value: Value, cell = false) =>
    fullText('agreement', field(shape), value, {}, cell)
  it.each<[Value, string, string]>([
    [yuan('12000000.00'), '1,200 万元', '1,200.00'],
    [yuan('120000000.00'), '1.2 亿元', '12,000.00'],
    [yuan('336400200.00'), '33,640.02 万元', '33,640.02'],
    [yuan('30000000.00', { mark: 'approximate' }), '约 3,000 万元', '约 3,000.00'],
    [{ amount: '12000000.00', currency: 'USD' }, '1,200 万美元', 'USD 1,200.00'],
    [{ absent: 'pending' }, '待定', '待定'],
    [null, '', ''],
  ])('%j', (value, full, cell) => {
    expect(show('money', value)).toBe(full)
    expect(show('money', value, true)).toBe(cell)
  })
})
