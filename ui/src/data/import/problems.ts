import type { ImportQuestion, ImportReport, ProblemGroup, RawRow } from '@/bridge'
import { placeKey } from './said'

export type Problem = ImportReport['problems'][number]
export type Level = Problem['level']
export type { ProblemGroup }
export const LEVELS: Level[] = ['must', 'should', 'info']

/** Groups of problems from what must be looked at to what is only told, the most frequent first. */
export function sortedGroups(groups: ProblemGroup[]): ProblemGroup[] {
  return [...groups].sort(
    (one, other) => LEVELS.indexOf(one.level) - LEVELS.indexOf(other.level) || other.count - one.count,
  )
}

/** Names a group; the same after the file was read again. */
export const groupKey = (one: Pick<ProblemGroup, 'reason' | 'sheet' | 'column'>): string =>
  `${one.reason} ${one.column} ${one.sheet}`

/** The problems of a group that are listed. */
export function problemsOf(report: ImportReport, key: string): Problem[] {
  return report.problems.filter((one) => groupKey(one) === key)
}

/** Problems by row and column. */
export function byPlace(report: ImportReport | undefined): Map<string, Problem[]> {
  const found = new Map<string, Problem[]>()
  for (const one of report?.problems ?? []) {
    const key = placeKey(one.sheet, one.row)
    const own = found.get(key)
    if (own) own.push(one)
    else found.set(key, [one])
  }
  return found
}

/** Raw rows by place. */
export function rawRows(report: ImportReport | undefined): Map<string, RawRow> {
  return new Map((report?.detail?.rows ?? []).map((row) => [placeKey(row.sheet, row.row), row]))
}

export const countOf = (groups: ProblemGroup[], level: Level): number =>
  groups.filter((one) => one.level === level).reduce((sum, one) => sum + one.count, 0)

/** Why a cell that says something leaves its field blank. */
const UNREAD = new Set([
  'amount_unreadable',
  'amount_unit_unknown',
  'area_unreadable',
  'bad_date',
  'choice_unknown',
  'currency_unknown',
  'formula_error',
  'formula_unstored',
  'number_unreadable',
  'year_unknown',
])
/** Why a row is not imported at all: what else is wrong in it is no gap in a record. */
const NOT_TAKEN = new Set(['title_missing', 'name_missing'])

/** The cells of a column that could not be read, alike together. */
export interface LeftBlank extends ProblemGroup {
  /** Those that are listed, as the spreadsheet names them, and what they say. */
  cells: string[]
  texts: string[]
}

/** The cells of imported rows that are left blank because they could not be read; not those a question names. */
export function leftBlank(report: ImportReport, asked: ImportQuestion[]): LeftBlank[] {
  const rejected = new Set(
    report.problems.filter((one) => NOT_TAKEN.has(one.reason)).map((one) => placeKey(one.sheet, one.row)),
  )
  const named = new Set(asked.map(groupKey))
  return (report.detail?.groups ?? [])
    .filter((one) => one.level === 'must' && UNREAD.has(one.reason) && !named.has(groupKey(one)))
    .map((one) => {
      const listed = problemsOf(report, groupKey(one))
      const taken = listed.filter((found) => !rejected.has(placeKey(found.sheet, found.row)))
      return {
        ...one,
        count: one.count - (listed.length - taken.length),
        cells: taken.map((found) => `${found.column}${found.row}`),
        texts: [...new Set(taken.map((found) => found.raw))],
      }
    })
    .filter((one) => one.count)
}

/** Why a value that stands is not the one of its row. */
const KEPT = ['kept_edit', 'kept_newer', 'value_blanked']

/** Values of one field that stay as they are, though the file says otherwise. */
export interface KeptValues extends ProblemGroup {
  /** The rows that are listed, and what they say. */
  rows: number[]
  texts: string[]
}

/**
 * The values that an import leaves as they are: somebody or a later file changed them since, or the file says
 * nothing in their place.
 */
export function keptValues(report: ImportReport): KeptValues[] {
  const raw = rawRows(report)
  const letter = (sheet: string, field?: string) =>
    report.tables
      .filter((table) => table.sheet === sheet)
      .flatMap((table) => table.columns)
      .find((column) => column.field === field)?.letter ?? ''
  return (report.detail?.groups ?? [])
    .filter((one) => KEPT.includes(one.reason))
    .map((one) => {
      const listed = problemsOf(report, groupKey(one)).filter(({ field }) => field === one.field)
      const said = listed.map(
        ({ sheet, row }) => raw.get(placeKey(sheet, row))?.cells[letter(sheet, one.field)],
      )
      return {
        ...one,
        rows: listed.map(({ row }) => row),
        texts: [...new Set(said.filter((text) => text !== undefined && text !== ''))] as string[],
      }
    })
}

/** What holds for the file or a sheet as a whole and somebody should look at. */
export const ofWholeFile = (report: ImportReport): Problem[] =>
  report.problems.filter((one) => !one.row && one.level !== 'info')
