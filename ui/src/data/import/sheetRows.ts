import type { ImportTable, RawRow, SheetPreview } from '@/bridge'

export type { RawRow, SheetPreview, ImportTable }

/** What a row of a sheet is to the import. */
export type RowSort = 'header' | 'data' | 'section' | 'subtotal' | 'total' | 'note' | 'skipped' | 'above'

const SORTS: Record<string, RowSort> = {
  section: 'section',
  subtotal: 'subtotal',
  total: 'total',
  header: 'header',
}

const left = (kind: string): RowSort => (kind === 'note' ? 'note' : 'skipped')

const top = (table: ImportTable) => table.header_rows[0] ?? 0

/** What each row of a sheet is, by its number. */
export function rowSorts(sheet: SheetPreview, tables: ImportTable[]): Map<number, RowSort> {
  const sorts = new Map<number, RowSort>()
  const here = tables.filter((table) => table.sheet === sheet.name)
  for (const { row } of sheet.rows) {
    const own = here.findLast((table) => top(table) <= row)
    if (!own) sorts.set(row, 'above')
    else if (own.header_rows.includes(row)) sorts.set(row, 'header')
    else sorts.set(row, 'data')
  }
  for (const table of here)
    for (const one of table.skipped)
      if (sorts.has(one.row))
        sorts.set(one.row, SORTS[one.kind] ?? (one.row < top(table) ? 'above' : left(one.kind)))
  return sorts
}

/** The letters of a column from its number, counted from one. */
export function lettersOf(column: number): string {
  let letters = ''
  for (let rest = column; rest > 0; rest = Math.floor((rest - 1) / 26))
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters
  return letters
}

/** The number of a column from its letters. */
export const numberOf = (letters: string): number =>
  [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0)

/** The tables that begin below one of them in the same column. */
const below = (table: ImportTable, tables: ImportTable[], letter: string): ImportTable[] =>
  tables.filter(
    (one) =>
      one.sheet === table.sheet &&
      top(one) > top(table) &&
      one.columns.some((column) => column.letter === letter),
  )

/** Some different texts of a column of one of the tables, from its first rows that are records. */
export function samples(
  sheet: SheetPreview,
  table: ImportTable,
  tables: ImportTable[],
  letter: string,
  most = 3,
): string[] {
  const others = below(table, tables, letter)
  const sorts = rowSorts(sheet, [table, ...others])
  const end = Math.min(...others.map(top))
  const found = new Set<string>()
  for (const row of sheet.rows) {
    if (row.row >= end) break
    const text = sorts.get(row.row) === 'data' ? row.cells[letter]?.trim() : ''
    if (text) found.add(text)
    if (found.size >= most) break
  }
  return [...found]
}

/** Heading rows of one table at most. */
const MOST_HEADINGS = 4

/** The heading of a table from its first to its last row. */
export const headings = (first: number, last: number): [number, number] => [
  first,
  Math.min(Math.max(first, last), first + MOST_HEADINGS - 1),
]
