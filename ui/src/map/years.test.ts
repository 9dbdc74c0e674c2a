import { expect, it } from 'vitest'
import { yearsSince } from './years'

it('begins where the records begin', () => {
  expect(yearsSince('2023-05-09', 2026)).toEqual([2025, 2024, 2023])
})

it('looks back to last year where there is no earlier record', () => {
  expect(yearsSince(undefined, 2026)).toEqual([2025])
  expect(yearsSince('2026-11-27', 2026)).toEqual([2025])
})

it('looks back a working life at the most', () => {
  expect(yearsSince('1900-01-01', 2026)).toHaveLength(30)
  expect(yearsSince('1900-01-01', 2026).at(-1)).toBe(1996)
})
