import { describe, expect, it } from 'vitest'
import { jumped } from './edges'

describe('a jump with Ctrl and an arrow', () => {
  const to = (cells: string, from: number, back = false) =>
    jumped(cells.length, from, back, (at) => (cells[at] === '?' ? undefined : cells[at] === 'x'))

  it('ends where something ends or begins', () => {
    const cells = 'xxx..x..'
    const all = [...cells].map((_, at) => at)
    expect(all.map((at) => to(cells, at))).toEqual([2, 2, 5, 5, 5, 7, 7, 7])
    expect(all.map((at) => to(cells, at, true))).toEqual([0, 0, 0, 2, 2, 2, 5, 5])
  })

  it('does not guess what is not here', () => {
    expect(to('xx?', 0)).toBeUndefined()
    expect(to('..?', 0)).toBeUndefined()
    expect(to('x?', 0)).toBeUndefined()
    expect(to('.x?', 0)).toBe(1)
    expect(to('xx.?', 0)).toBe(1)
    expect(to('?x', 1, true)).toBeUndefined()
  })
})
