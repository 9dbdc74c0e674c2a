import type { Values } from '@/bridge'

/** Which fields of a record that is made for a reference are what the record that names it says already. */
const PASSED: Record<string, Record<string, string>> = {
  'lead.project': {
    investor: 'enterprise',
    promotion_method: 'lead_source',
    partner: 'introducer',
    source_region: 'source_region',
    chain: 'chain',
    chain_node: 'chain_node',
    segment: 'segment',
    content: 'content',
  },
}
/** How far a lead has come as a project, by what was found of it. */
const STAGES: Record<string, string> = { pending: 'assess', passed: 'negotiate' }

/** Whether a record that is made for a reference takes anything from the one that names it. */
export const passesOn = (kind: string, field: string): boolean => `${kind}.${field}` in PASSED

/** What a record that is made for a reference takes from the one that names it. */
export function passedOn(kind: string, field: string, from: Values): Values {
  const fields = Object.entries(PASSED[`${kind}.${field}`] ?? {})
  if (!fields.length) return {}
  const taken = fields.flatMap(([own, its]) => {
    const value = from[its]
    return value === null || value === undefined ? [] : [[own, value] as const]
  })
  return { ...Object.fromEntries(taken), stage: STAGES[String(from.assessment)] ?? 'lead' }
}
