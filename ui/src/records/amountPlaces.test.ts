import { beforeEach, expect, it } from 'vitest'
import type { Value } from '@/data/value'
import { speak } from '@/words'
import { amountPlaces } from './amountPlaces'

beforeEach(() => speak('en'))

const money = (amount: string): Value => ({ amount, currency: 'CNY' })

it('keeps room for the decimals that a column has, and for no others', () => {
  const whole = [money('350000000.00'), null, money('1120000000.00')]
  expect(amountPlaces((row) => whole[row])('total')).toBe(2)
  const exact = [...whole, money('8600000.00'), money('1234500.00')]
  expect(amountPlaces((row) => exact[row])('total')).toBe(4)
})

it('stays with them, whatever is scrolled to, and waits for the first amount', () => {
  const rows: (Value | undefined)[] = [undefined]
  const places = amountPlaces((row) => rows[row])
  expect(places('total')).toBe(0)
  rows[0] = money('1234500.00')
  expect(places('total')).toBe(4)
  rows[0] = money('1000000.00')
  expect(places('total')).toBe(4)
})
