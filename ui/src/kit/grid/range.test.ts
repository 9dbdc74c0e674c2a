import { describe, expect, it } from 'vitest'
import { around, moved, tabbed } from './keys'
import { between, cellsOf, clipped, covered, filledTo, holds, joined, sameRange } from './range'

const range = (top: number, left: number, bottom: number, right: number) => ({ top, left, bottom, right })

describe('ranges', () => {
  it('lie between two corners, whichever comes first', () => {
    expect(between({ row: 5, col: 1 }, { row: 2, col: 4 })).toEqual(range(2, 1, 5, 4))
    expect(cellsOf(range(2, 1, 5, 4))).toBe(16)
  })
  it('hold their edges and nothing outside', () => {
    const cells = range(2, 1, 5, 4)
    for (const [row, col, inside] of [[2, 1, true], [5, 4, true], [1, 1, false], [2, 5, false]] as const)
      expect(holds(cells, { row, col })).toBe(inside) // prettier-ignore
  })
  it('are cut to the grid', () => {
    expect(clipped(range(-1, 2, 99, 99), 10, 5)).toEqual(range(0, 2, 9, 4))
    expect(clipped(range(10, 0, 12, 0), 10, 5)).toBeUndefined()
  })
  it('join to the smallest one with both in it', () =>
    expect(joined(range(0, 0, 1, 1), range(4, 1, 5, 1))).toEqual(range(0, 0, 5, 1)))
  it('are the same when all edges are', () => {
    expect(sameRange(range(0, 0, 1, 1), range(0, 0, 1, 1))).toBe(true)
    expect(sameRange(range(0, 0, 1, 1), range(0, 0, 1, 2))).toBe(false)
  })
})

describe('filling', () => {
  const from = range(2, 1, 3, 2)
  it.each([
    ['down', { row: 6, col: 1 }, range(4, 1, 6, 2)],
    ['up', { row: 0, col: 2 }, range(0, 1, 1, 2)],
    ['right', { row: 3, col: 5 }, range(2, 3, 3, 5)],
    ['left', { row: 2, col: 0 }, range(2, 0, 3, 0)],
    ['where the pointer is further out', { row: 9, col: 3 }, range(4, 1, 9, 2)],
    ['inside: nothing', { row: 3, col: 2 }, undefined],
  ])('%s', (_, to, filled) => expect(filledTo(from, to)).toEqual(filled))
})

describe('pasting', () => {
  it('covers the marked cells where they are a multiple of the block', () =>
    expect(covered(range(0, 0, 5, 1), 2, 1)).toEqual(range(0, 0, 5, 1)))
  it('else once from the upper left', () => {
    expect(covered(range(3, 1, 3, 1), 2, 3)).toEqual(range(3, 1, 4, 3))
    expect(covered(range(0, 0, 4, 0), 2, 1)).toEqual(range(0, 0, 1, 0))
  })
})

describe('keys', () => {
  const at = (key: string, ctrlKey = false) =>
    moved({ key, ctrlKey, metaKey: false }, { row: 5, col: 1 }, 10, 3, 4)
  it.each([
    ['ArrowDown', false, { row: 6, col: 1 }],
    ['ArrowLeft', false, { row: 5, col: 0 }],
    ['Home', true, { row: 0, col: 0 }],
    ['End', false, { row: 5, col: 2 }],
    ['PageDown', false, { row: 9, col: 1 }],
    ['ArrowUp', true, { row: 0, col: 1 }],
    ['ArrowRight', true, { row: 5, col: 2 }],
  ])('%s %s', (key, control, cell) => expect(at(key, control)).toEqual(cell))
  it('leaves other keys alone', () => expect(at('a')).toBeUndefined())
  it('Tab goes round in the marked cells by rows, Enter by columns', () => {
    const cells = range(0, 0, 1, 1)
    const walk = (byRow: boolean, back: boolean) => {
      const way = [{ row: 0, col: 0 }]
      for (let step = 0; step < 4; step++) way.push(around(way.at(-1)!, cells, byRow, back))
      return way.map(({ row, col }) => `${row}${col}`).join(' ')
    }
    expect(walk(true, false)).toBe('00 01 10 11 00')
    expect(walk(false, false)).toBe('00 10 01 11 00')
    expect(walk(true, true)).toBe('00 11 10 01 00')
  })
  it('Tab goes to the next row at the end of one, and out at the end of all', () => {
    expect(tabbed({ row: 0, col: 2 }, 2, 3, false)).toEqual({ row: 1, col: 0 })
    expect(tabbed({ row: 1, col: 0 }, 2, 3, true)).toEqual({ row: 0, col: 2 })
    expect(tabbed({ row: 1, col: 2 }, 2, 3, false)).toBeUndefined()
    expect(tabbed({ row: 0, col: 0 }, 2, 3, true)).toBeUndefined()
  })
})
