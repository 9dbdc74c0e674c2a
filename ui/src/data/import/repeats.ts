import { call, type ImportReport, type Name } from '@/bridge'
import { fieldInfo, kindInfo } from '../kinds'
import { sameValue } from '../value'
import { groupKey } from './problems'
import { placeKey, type Said } from './said'

export type Duplicate = ImportReport['duplicates'][number]

/** One field of both sides. */
export interface Pair {
  /** `kind.field`. */
  path: string
  here: unknown
  there: unknown
  differs: boolean
}

/** A record's values, and what the records are called that they refer to. */
interface Side {
  values: Record<string, unknown>
  names: Record<string, Name>
}

/** Both sides of a suspicion, with the fields that tell them apart. */
export interface Facing {
  pairs: Pair[]
  names: Record<string, Name>
}

/** The rows that wait for a decision. */
export const undecided = (report: ImportReport | undefined): Duplicate[] =>
  (report?.duplicates ?? []).filter((one) => one.decision !== undefined)

/** The report without the suspicions that a person decided: at those there is nothing more to look at. */
export function unsettled(report: ImportReport, decisions: Said['decisions']): ImportReport {
  const name = (one: { reason: string; sheet: string; row: number }) =>
    `${one.reason} ${placeKey(one.sheet, one.row)}`
  const decided = undecided(report).filter((one) => decisions[placeKey(one.sheet, one.row)])
  if (!decided.length) return report
  const names = new Set(decided.map(name))
  const settled = report.problems.filter((one) => names.has(name(one)))
  const problems = report.problems.filter((one) => !names.has(name(one)))
  const groups = report.detail?.groups.map((group) => {
    const gone = settled.filter((one) => groupKey(one) === groupKey(group)).length
    return { ...group, count: group.count - gone }
  })
  const detail = report.detail && { ...report.detail, groups: groups?.filter((one) => one.count > 0) ?? [] }
  return { ...report, problems, detail }
}

/** The record itself, and those nearest to it of the kinds a row tells of as well. */
async function sidesOf(kind: string, id: string, wanted: string[]): Promise<Map<string, Side>> {
  const own = await call('record', { kind, id })
  const found = new Map<string, Side>([[kind, own]])
  for (const other of wanted.filter((one) => one !== kind)) {
    const up = kindInfo(kind)?.fields.find((one) => one.shape === 'ref' && one.target === other)
    const parent = up && own.values[up.name]
    const down = kindInfo(other)?.fields.find((one) => one.shape === 'ref' && one.target === kind)
    if (typeof parent === 'string') found.set(other, await call('record', { kind: other, id: parent }))
    else if (down) {
      const filters = [{ field: down.name, op: 'is' as const, value: id }]
      const page = await call('records', { kind: other, filters, sort: [], offset: 0, limit: 1 })
      const row = page.rows[0]
      if (row) found.set(other, { values: row.values, names: page.names })
    }
  }
  return found
}

/** The path of what a reference is called by. */
function titlePath(path: string): string | undefined {
  const [kind = '', name = ''] = path.split('.')
  const target = fieldInfo(kind, name)?.target
  return target && `${target}.${kindInfo(target)?.title_field ?? 'name'}`
}

/** Without references that say again what the name of the record they lead to says. */
function saidOnce(pairs: Pair[]): Pair[] {
  const known = new Map(pairs.map((one) => [one.path, one]))
  return pairs.filter((one) => {
    const name = known.get(titlePath(one.path) ?? '')
    return !name || name === one || !sameValue(name.here, one.here) || !sameValue(name.there, one.there)
  })
}

/** Pairs in the order of the sheet's columns; what no column is for comes last. */
function inOrder(report: ImportReport, sheet: string, all: Pair[]): Pair[] {
  const pairs = saidOnce(all)
  const tables = report.tables.filter((table) => table.sheet === sheet)
  const paths = tables.flatMap((table) => table.columns.map((column) => column.field ?? ''))
  const at = ({ path }: Pair) => (paths.includes(path) ? paths.indexOf(path) : paths.length)
  return pairs.sort((one, other) => at(one) - at(other))
}

/** A row beside the record that it may repeat. */
export async function facing(report: ImportReport, one: Duplicate): Promise<Facing | undefined> {
  const told = report.detail?.told.find((row) => row.sheet === one.sheet && row.row === one.row)
  if (!told || one.of_this_file || !one.of) return undefined
  const paths = Object.keys(told.values)
  const kinds = [...new Set(paths.map((path) => path.split('.')[0] ?? ''))]
  const sides = await sidesOf(one.kind, one.of, kinds)
  const names = Object.assign({}, ...[...sides.values()].map((side) => side.names)) as Record<string, Name>
  const pairs = paths.flatMap((path): Pair[] => {
    const [kind = '', field = ''] = path.split('.')
    const side = sides.get(kind)
    if (!side) return []
    const here = told.values[path]
    const value = side.values[field]
    const isRef = fieldInfo(kind, field)?.shape === 'ref'
    const there = isRef ? names[String(value)]?.title : value
    return [{ path, here, there, differs: !sameValue(here, there) }]
  })
  return { pairs: inOrder(report, one.sheet, pairs), names }
}

/** Two rows of one file, field by field. */
export function facingRows(report: ImportReport, one: Duplicate): Pair[] {
  if (!one.from || !one.of_this_file) return []
  const [, sheet, row] = one.from
  const told = new Map(report.detail?.told.map((own) => [placeKey(own.sheet, own.row), own.values]))
  const here = told.get(placeKey(one.sheet, one.row))
  const there = told.get(placeKey(sheet, row))
  if (!here || !there) return []
  const pairs = [...new Set([...Object.keys(here), ...Object.keys(there)])].map((path) => ({
    path,
    here: here[path],
    there: there[path],
    differs: !sameValue(here[path], there[path]),
  }))
  return inOrder(report, one.sheet, pairs)
}
