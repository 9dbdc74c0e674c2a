import type { Commands, OnDuplicate, TableMapping } from '@/bridge'

export type { OnDuplicate, TableMapping }

/** What a person says a row is. */
export type RowMark = NonNullable<TableMapping['rows']>[number]

/** Texts put in place of cells: by table, Excel row and column letters. */
export type Corrections = Commands['import_ledger']['request']['corrections']

/** Everything a person has said about a file before it is written. */
export interface Said {
  mappings: Record<string, TableMapping>
  answers: Record<string, string>
  corrections: Corrections
  /** By `placeKey`. */
  decisions: Record<string, OnDuplicate>
  hidden: boolean
  /** Empty: none. Absent: whichever recognises a table. */
  template?: string
}

export const nothingSaid = (): Said => ({
  mappings: {},
  answers: {},
  corrections: {},
  decisions: {},
  hidden: false,
})

/** Names a row of a file. */
export const placeKey = (sheet: string, row: number): string => `${row} ${sheet}`

/** The row that `placeKey` named. */
export function placeOf(key: string): { sheet: string; row: number } {
  const space = key.indexOf(' ')
  return { row: Number(key.slice(0, space)), sheet: key.slice(space + 1) }
}

/** The part of a request that says how to read the file. */
export function reading(said: Said) {
  return {
    answers: { ...said.answers },
    mappings: { ...said.mappings },
    ...(said.hidden ? { hidden_sheets: true } : {}),
    ...(said.template === undefined ? {} : { template: said.template }),
  }
}

/** The part that says what is put right and decided. */
export function deciding(said: Said) {
  return {
    corrections: said.corrections,
    decisions: Object.entries(said.decisions).map(([key, decision]) => ({ ...placeOf(key), decision })),
  }
}

/** The mapping of a table with a change. */
export function changed(said: Said, table: string, change: Partial<TableMapping>): TableMapping {
  const before = said.mappings[table] ?? { columns: [], skip: false }
  return { ...before, ...change }
}

/** The mapping of a table with one column said anew. */
export function withPick(
  said: Said,
  table: string,
  column: string,
  change: { field?: string; unit?: string },
): TableMapping {
  const columns = said.mappings[table]?.columns ?? []
  const before = columns.find((one) => one.column === column)
  const others = columns.filter((one) => one.column !== column)
  return changed(said, table, { columns: [...others, { ...before, column, ...change }] })
}

/** The mapping of a table with what every row says in a field; without a text, with nothing. */
export function withConstant(
  said: Said,
  table: string,
  field: string,
  text: string | undefined,
): TableMapping {
  const constants = { ...said.mappings[table]?.constants }
  if (text === undefined) delete constants[field]
  else constants[field] = text
  return changed(said, table, { constants })
}

/** The mapping of a table with one row said anew; without a mark, as it was found out. */
export function withMark(said: Said, table: string, row: number, mark: RowMark | undefined): TableMapping {
  const rows = { ...said.mappings[table]?.rows }
  if (mark) rows[row] = mark
  else delete rows[row]
  return changed(said, table, { rows })
}

/** Corrections with one cell put right; without a text, with what the file holds. */
export function withCell(
  corrections: Corrections,
  table: string,
  row: number,
  column: string,
  text: string | undefined,
): Corrections {
  const cells = { ...corrections[table]?.[row] }
  if (text === undefined) delete cells[column]
  else cells[column] = text
  const rows = { ...corrections[table], [row]: cells }
  if (!Object.keys(cells).length) delete rows[row]
  const next = { ...corrections, [table]: rows }
  if (!Object.keys(rows).length) delete next[table]
  return next
}

/** How many cells were put right. */
export const correctedCells = (corrections: Corrections): number =>
  Object.values(corrections)
    .flatMap((rows) => Object.values(rows))
    .reduce((sum, cells) => sum + Object.keys(cells).length, 0)
