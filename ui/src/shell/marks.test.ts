import { expect, it } from 'vitest'
import { marksOf, pieces, type Mark } from './marks'

it.each<[string, Mark[], string]>([
  ['红日药业', [[0, 2]], '[红日]药业'],
  [
    '红日药业',
    [
      [1, 2],
      [3, 4],
    ],
    '红[日]药[业]',
  ],
  ['红日药业', [[2, 9]], '红日[药业]'],
  [
    '红日药业',
    [
      [0, 2],
      [1, 3],
    ],
    '[红日][药]业',
  ],
  [
    '红日药业',
    [
      [3, 3],
      [7, 9],
    ],
    '红日药业',
  ],
  ['', [[0, 1]], ''],
])('%s marked at %j', (text, marks, shown) =>
  expect(
    pieces(text, marks)
      .map((one) => (one.marked ? `[${one.text}]` : one.text))
      .join(''),
  ).toBe(shown),
)

it('finds what was typed whatever its case', () => {
  expect(marksOf('Open settings', 'SET')).toEqual([[5, 8]])
  expect(marksOf('设置', 'x')).toEqual([])
  expect(marksOf('设置', '')).toEqual([])
})
