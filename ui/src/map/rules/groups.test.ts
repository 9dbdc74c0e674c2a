import { expect, it } from 'vitest'
import type { ChainSetting } from '@/data/chain/types'
import { changedOf, grouped, placesOf, stepOf } from './groups'

const setting = (name: string, value = 0.5, high = 1): ChainSetting => ({
  name,
  value,
  default: 0.5,
  low: 0,
  high,
})

it('every setting stands in one group, unknown ones in the last', () => {
  const groups = grouped([
    setting('policy'),
    setting('importance'),
    setting('brand_new'),
    setting('scope_weight'),
  ])
  expect(groups.map((one) => [one.name, one.settings.map((s) => s.name)])).toEqual([
    ['gap', ['importance', 'policy']],
    ['evidence', ['scope_weight', 'brand_new']],
  ])
})

it('only what differs is kept', () => {
  const settings = [setting('importance', 0.45), setting('policy', 0.15), setting('suppliers', 3, 20)]
  expect(changedOf(settings, { importance: 0.45, policy: 0.2, suppliers: 3 })).toEqual({ policy: 0.2 })
  expect(settings.map(stepOf)).toEqual([0.01, 0.01, 1])
  expect(settings.map(placesOf)).toEqual([2, 2, 0])
})
