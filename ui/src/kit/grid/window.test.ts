import { describe, expect, it } from 'vitest'
import { ref } from 'vue'
import { useRowWindow } from './useRowWindow'
import { columnLefts, columnSpan, columnWidths } from './widths'

const rows = (count: number) => {
  const window = useRowWindow(ref(count), ref(34), ref(36))
  window.room.value = 600
  return window
}

describe('rows in view', () => {
  it('are about a screenful, wherever the bar stands', () => {
    const window = rows(100_000)
    for (const at of [0, 1_000, 34 * 50_000]) {
      window.scrolled.value = at
      const [first, last] = [window.first.value, window.last.value]
      expect(last - first).toBeLessThan(40)
      expect(first * 34).toBeLessThanOrEqual(at)
      expect((last + 1) * 34).toBeGreaterThanOrEqual(at + 564)
    }
  })

  it('a million rows are on a page that browsers can scroll, and the last is reached', () => {
    const window = rows(1_000_000)
    expect(window.page.value).toBeLessThan(16_000_000)
    const end = window.page.value - 564
    window.scrolled.value = end
    expect(window.last.value).toBe(999_999)
    // The last row ends where the view ends.
    expect(window.placeOf(999_999) + 34).toBeCloseTo(end + 564, 0)
  })

  it.each([10, 100_000, 1_000_000])('of %i: any row can be brought into view', (count) => {
    const window = rows(count)
    for (const row of [0, Math.floor(count / 3), count - 1, Math.floor(count / 2)]) {
      window.scrolled.value = window.scrollFor(row) ?? window.scrolled.value
      const top = window.placeOf(row) - window.scrolled.value
      expect(top).toBeGreaterThanOrEqual(-1)
      expect(top + 34).toBeLessThanOrEqual(565)
      expect(window.scrollFor(row) ?? window.scrolled.value).toBeCloseTo(window.scrolled.value, 0)
    }
  })
})

describe('columns', () => {
  const columns = [
    { id: 'a', title: '', width: 200, grow: 1 },
    { id: 'b', title: '', width: 100 },
  ]
  it('that grow take the spare width', () => {
    expect(columnWidths(columns, 500)).toEqual([400, 100])
  })

  it('become narrower where that makes room for all', () => {
    const columns = [
      { id: 'a', title: 'a', width: 200, least: 100 },
      { id: 'b', title: 'b', width: 100, least: 50, grow: 1 },
      { id: 'c', title: 'c', width: 100 },
    ]
    expect(columnWidths(columns, 370)).toEqual([180, 90, 100])
    expect(columnWidths(columns, 250)).toEqual([100, 50, 100])
    expect(columnWidths(columns, 249)).toEqual([200, 100, 100])
    // What rounding leaves over goes to one of them: no gap stays at the end.
    expect(columnWidths(columns, 301).reduce((sum, one) => sum + one, 0)).toBe(301)
    expect(columnWidths(columns, -44)).toEqual([200, 100, 100])
    expect(columnLefts([400, 100], 50)).toEqual([50, 450])
  })
  it('in view are found among many, the frozen ones apart', () => {
    const widths = Array.from({ length: 60 }, () => 100)
    const lefts = columnLefts(widths)
    expect(columnSpan(lefts, widths, 1, 100, 1000)).toEqual({ first: 1, last: 11 })
    const { first, last } = columnSpan(lefts, widths, 1, 3000, 4000)
    expect([first, last]).toEqual([28, 41])
    expect(columnSpan(lefts, widths, 1, 5500, 6500)).toEqual({ first: 53, last: 59 })
    expect(columnSpan([0], [100], 1, 100, 1000)).toEqual({ first: 1, last: 0 })
  })
})
