import type { RelatedGroup } from '@/data/around'
import { fieldInfo } from '@/data/kinds'

/** What a record of a kind is expected to have in time, by kind and field. */
const EXPECTED: Record<string, [kind: string, field: string][]> = {
  enterprise: [
    ['lead', 'enterprise'],
    ['visit', 'enterprise'],
    ['contact', 'enterprise'],
  ],
  lead: [['visit', 'lead']],
  project: [
    ['agreement', 'project'],
    ['payment', 'project'],
    ['key_project', 'project'],
    ['visit', 'project'],
  ],
  key_project: [['project_phase', 'key_project']],
  factory_unit: [['lease', 'unit']],
}

/** The groups of records that a record has none of yet, to be begun where it stands. */
export const firstOf = (kind: string, groups: RelatedGroup[]): RelatedGroup[] =>
  (EXPECTED[kind] ?? [])
    .filter(([of, field]) => fieldInfo(of, field)?.target === kind)
    .filter(([of, field]) => !groups.some((one) => one.kind === of && one.field === field))
    .map(([of, field]) => ({ kind: of, field, total: 0, rows: [] }))
