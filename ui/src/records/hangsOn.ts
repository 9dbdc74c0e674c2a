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
  /** What becomes of them: they count in no figure any more, do so from now on, or stay as they are. */
  fate: 'uncounted' | 'counted' | 'stays'
}

/** Of what waits as a possible repeat of a project, nothing would count twice any more. */
const counts = ({ kind, field }: Pick<RelatedGroup, 'kind' | 'field'>) =>
  kind === 'project' && field === 'suspected_same_as'

/** What hangs on a record, by kind: it stays, but what it refers to is gone. */
export function hangingOn(kind: string, groups: Pick<RelatedGroup, 'kind' | 'field' | 'total'>[]): Hanging[] {
  const hanging: Hanging[] = []
  for (const one of groups) {
    if (!one.total || kindInfo(one.kind)?.internal) continue
    const goesToo = COUNTS_WITH[kind]?.includes(one.kind)
    const fate = counts(one) ? 'counted' : goesToo ? 'uncounted' : 'stays'
    const same = hanging.find((other) => other.kind === one.kind && other.fate === fate)
    if (same) same.total += one.total
    else hanging.push({ kind: one.kind, total: one.total, fate })
  }
  return hanging
}
