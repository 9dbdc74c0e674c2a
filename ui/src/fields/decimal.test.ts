import { describe, expect, it } from 'vitest'
import { atLeast, fixed, grouped, rounded, shift, trimmed } from './decimal'

describe('decimal text', () => {
  it.each([
    ['1.2', 8, '120000000'],
    ['105107386.00', -8, '1.0510738600'],
    ['5', -4, '0.0005'],
    ['-12.5', 1, '-125'],
    ['0', 4, '0'],
  ])('shift %s by %i', (text, power, out) => expect(shift(text, power)).toBe(out))
  it.each([
    ['105.107386', 2, '105.11'],
    ['0.995', 2, '1.00'],
    ['2.004', 2, '2.00'],
    ['12', 2, '12.00'],
  ])('round %s', (text, places, out) => expect(rounded(text, places)).toBe(out))
  it('keeps every digit', () => {
    expect(fixed('1.234', 2)).toBeUndefined()
    expect(atLeast('1.234', 2)).toBe('1.234')
    expect(atLeast('1.2', 2)).toBe('1.20')
    expect(trimmed('1.500')).toBe('1.5')
    expect(grouped('1234567.89')).toBe('1,234,567.89')
  })
})
