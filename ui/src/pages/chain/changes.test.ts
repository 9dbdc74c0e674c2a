import { expect, it } from 'vitest'
import type { ChainHistory } from '@/data/chain/types'
import { changesAt, isTold, monthsBefore, movedBy, wayOf } from './changes'

const point = (at: string, value: number | null, upstream?: number) => ({
  at,
  completeness: { value, measured: 0, known: 1, leaves: 2 },
  layers:
    upstream === undefined
      ? []
      : [{ layer: 'upstream' as const, completeness: { value: upstream, measured: 0, known: 1, leaves: 2 } }],
  states: {},
})
const history: ChainHistory = {
  since: '2026-09-01',
  points: [point('2026-09-30', null), point('2026-10-31', 0.2, 0.1), point('2026-11-26', 0.35, 0.1)],
  closed: [
    { segment: 'a', name: '曳引机', from: 'missing', to: 'weak', at: '2026-10-31' },
    { segment: 'b', name: '导轨', from: 'strong', to: 'weak', at: '2026-11-26' },
  ],
}

it('a link closes upwards, opens downwards, and a first look is neither', () => {
  expect(history.closed.map(wayOf)).toEqual(['closed', 'opened'])
  expect(wayOf({ from: 'unknown', to: 'strong' })).toBe('assessed')
  expect(wayOf({ from: 'weak', to: 'unknown' })).toBe('assessed')
  // What could be extended to is as little here as what is missing.
  expect(wayOf({ from: 'missing', to: 'extend' })).toBe('assessed')
  expect(wayOf({ from: 'extend', to: 'weak' })).toBe('closed')
})

it('a share is compared with the first time it was known', () => {
  expect(movedBy(history, undefined)).toBeCloseTo(15)
  expect(movedBy(history, 'upstream')).toBeCloseTo(0)
  expect(movedBy(history, 'support')).toBeUndefined()
  // What the program brought is no history: with records of one month there is nothing to compare.
  expect(movedBy({ ...history, since: '2026-11-02' }, undefined)).toBeUndefined()
  expect(isTold({ since: null }, '2026-11-26')).toBe(false)
  expect(changesAt(history, '2026-11-26').map((one) => one.name)).toEqual(['导轨'])
})

it('a year before the last of February is a day there was', () => {
  expect(monthsBefore(new Date(2024, 1, 29), 12)).toBe('2023-02-28')
  expect(monthsBefore(new Date(2026, 10, 26), 6)).toBe('2026-05-26')
})
