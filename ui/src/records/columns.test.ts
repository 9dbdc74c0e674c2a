import { expect, it } from 'vitest'
import { frozenUpTo, movedColumns } from './columns'

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
