import { expect, it } from 'vitest'
import type { TripInfo } from './work'
import { tripFor } from './planning'

const trip = (id: string, more: Partial<TripInfo> = {}): TripInfo => ({
  id,
  version: 1,
  name: id,
  office: null,
  leader: null,
  start_date: null,
  end_date: null,
  place: null,
  note: null,
  stops: 2,
  visited: 0,
  ...more,
})
const DAY = '2026-11-26'

it('firms go on the trip planned last, as long as it is not over', () => {
  const all = [trip('a'), trip('b')]
  expect(tripFor(all, DAY, 'a')).toBe('a')
  expect(tripFor([trip('a', { end_date: '2026-11-25' }), trip('b')], DAY, 'a')).toBe('b')
  expect(tripFor([trip('a', { visited: 2 }), trip('b')], DAY, 'a')).toBe('b')
})

it('or else on the youngest that is not over, or on a new one', () => {
  expect(tripFor([trip('a'), trip('c'), trip('b')], DAY, undefined)).toBe('c')
  expect(tripFor([trip('a', { start_date: '2026-11-20' })], DAY, undefined)).toBeUndefined()
  expect(tripFor([trip('a', { stops: 0 })], DAY, undefined)).toBe('a')
  expect(tripFor([], DAY, 'gone')).toBeUndefined()
})
