import { expect, it, vi } from 'vitest'
import { frozenUpTo, ledgerColumns, movedColumns } from './columns'

vi.mock('@/data/kinds', () => ({ fieldInfo: (_: string, name: string) => ({ name, shape: 'date' }) }))

const layout = [{ field: 'a', frozen: true }, { field: 'b' }, { field: 'c' }]
const shown = (columns: typeof layout) =>
  columns.map((one) => ({ id: one.field, title: one.field, width: 100, frozen: !!one.frozen }))
const told = (columns: { field: string; frozen?: boolean | null }[]) =>
  columns.map((one) => (one.frozen ? `${one.field}*` : one.field)).join(' ')

it('moves a column and back without a change, and keeps as many frozen', () => {
  const once = movedColumns(layout, shown(layout), 'a', 2) as typeof layout
  expect(told(once)).toBe('b* a c')
  expect(told(movedColumns(once, shown(once), 'a', 0))).toBe('a* b c')
  expect(told(movedColumns(layout, shown(layout), 'c', 0))).toBe('c* a b')
  expect(movedColumns(layout, shown(layout), 'x', 0)).toBe(layout)
})

it('freezes up to a column, or none', () => {
  expect(told(frozenUpTo(layout, shown(layout), 'b'))).toBe('a* b* c')
  expect(told(frozenUpTo(layout, shown(layout), undefined))).toBe('a b c')
})

it('makes no column of dates narrower than a date', () => {
  // Ten signs of 13 px, most of them digits, between the edges of a cell.
  const needed = 8 * 7.8 + 2 * 5 + 24
  for (const { least } of ledgerColumns('lead', [{ field: 'party' }, { field: 'on' }]))
    expect(least).toBeGreaterThanOrEqual(needed)
})
