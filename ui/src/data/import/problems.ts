import type { ImportReport, ProblemGroup, RawRow } from '@/bridge'
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
