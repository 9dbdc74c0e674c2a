import { expect, it } from 'vitest'
import { everyMonth, type FigurePart } from './figures'

it('has every month of the period, and last what is of none', () => {
  const part = (key: string | undefined, count: number) =>
    ({ ...(key ? { key } : {}), count, ids: [] }) as FigurePart
  const all = everyMonth([part('2', 5), part('4', 1), part(undefined, 3)], 4)
  expect(all.map((one) => [one.key, one.count])).toEqual([
    ['1', 0],
    ['2', 5],
    ['3', 0],
    ['4', 1],
    [undefined, 3],
  ])
})
