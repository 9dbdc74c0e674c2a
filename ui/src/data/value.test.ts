import { expect, it } from 'vitest'
import { absentOf, isBlank, sameValue } from './value'

it('an absence is an entry, not a blank and not zero', () => {
  expect(isBlank({ absent: 'unknown' })).toBe(false)
  expect(absentOf({ absent: 'unknown' })).toBe('unknown')
  expect(sameValue({ absent: 'unknown' }, null)).toBe(false)
  expect(sameValue({ amount: '0.00', currency: 'CNY' }, null)).toBe(false)
})
it('compares by content, whatever the order of the parts', () => {
  expect(sameValue({ amount: '1.00', currency: 'CNY' }, { currency: 'CNY', amount: '1.00' })).toBe(true)
  expect(sameValue('', null)).toBe(true)
  expect(sameValue([], null)).toBe(true)
})
