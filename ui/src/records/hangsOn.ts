import type { RelatedGroup } from '@/data/around'
import { kindInfo } from '@/data/kinds'

/** What counts in the figures only as long as the record it is of is there. */
const COUNTS_WITH: Record<string, string[]> = {
  project: ['agreement', 'payment', 'key_project'],
  key_project: ['project_phase'],
  factory_unit: ['lease'],
}

/** Records of a kind that refer to one that is to go. */
export interface Hanging {
  kind: string
  total: number
  /** Whether they count in no figure any more. */
  uncounted: boolean
}

/** What hangs on a record, by kind: it stays, but what it refers to is gone. */
export function hangingOn(kind: string, groups: Pick<RelatedGroup, 'kind' | 'total'>[]): Hanging[] {
  const totals = new Map<string, number>()
  for (const one of groups) {
    if (!one.total || kindInfo(one.kind)?.internal) continue
    totals.set(one.kind, (totals.get(one.kind) ?? 0) + one.total)
  }
  return [...totals].map(([of, total]) => ({
    kind: of,
    total,
    uncounted: COUNTS_WITH[kind]?.includes(of) ?? false,
  }))
}
