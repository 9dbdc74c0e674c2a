import { expect, it } from 'vitest'
import { scoreText, sumOf } from './sum'

it('known parts share the weight of those that are not known', () => {
  const { addends, total } = sumOf([
    { name: 'importance', value: 0.8, weight: 0.45 },
    { name: 'feasibility', value: 0.5, weight: 0.25 },
    { name: 'availability', value: 0.1, weight: 0.15 },
    { name: 'policy', value: null, weight: 0.15 },
  ])
  expect(addends.map((one) => one.weight && +one.weight.toFixed(4))).toEqual([
    0.5294,
    0.2941,
    0.1765,
    undefined,
  ])
  expect(total).toBeCloseTo((0.8 * 0.45 + 0.5 * 0.25 + 0.1 * 0.15) / 0.85)
  expect(scoreText(100 * 0.92 * total)).toBe('54.1')
})

it('a part that is not known counts what the rules say, and keeps its weight', () => {
  const parts = [
    { name: 'fit', value: 1, weight: 0.3 },
    { name: 'capacity', value: null, weight: 0.2 },
  ]
  const { addends, total } = sumOf(parts, 0.5)
  expect(addends[1]).toEqual({ name: 'capacity', weight: 0.4, product: 0.2 })
  expect(total).toBeCloseTo(0.8)
})

it('a score of which nothing is known is none, and no division by nothing', () => {
  expect(sumOf([{ name: 'fit', value: undefined, weight: 1 }]).total).toBe(0)
  expect(sumOf([{ name: 'fit', value: 0.5, weight: 0 }])).toEqual({ addends: [{ name: 'fit' }], total: 0 })
})
