import type { ChainSetting } from '@/data/chain/types'

/** The settings of the formula by what they bear on, in the order they are shown. */
const GROUPS = {
  gap: ['importance', 'feasibility', 'availability', 'policy', 'structure_firms', 'weight_spread'],
  state: [
    'strong_quotient',
    'strong_coverage',
    'missing_coverage',
    'suppliers',
    'shrinkage',
    'concentration',
  ],
  whole: ['must_have_weight', 'chokepoint_weight'],
  target: [
    'target_fit',
    'target_capacity',
    'target_propensity',
    'target_linkage',
    'target_transfer',
    'target_quality',
    'unknown_part',
    'good_target',
    'good_targets',
  ],
  evidence: ['scope_weight', 'least_confidence'],
} as const
export type GroupName = keyof typeof GROUPS

/** Settings in their groups; one that this window does not know stands in the last. */
export function grouped(settings: readonly ChainSetting[]): { name: GroupName; settings: ChainSetting[] }[] {
  const known = new Set<string>(Object.values(GROUPS).flat())
  const groups = (Object.keys(GROUPS) as GroupName[]).map((name) => ({
    name,
    settings: GROUPS[name].flatMap((one) => settings.find((setting) => setting.name === one) ?? []),
  }))
  groups.at(-1)?.settings.push(...settings.filter((one) => !known.has(one.name)))
  return groups.filter((one) => one.settings.length)
}

/** In which steps a setting is turned: shares by hundredths, numbers of things whole. */
export const stepOf = ({ high }: ChainSetting): number => (high <= 1 ? 0.01 : high <= 10 ? 0.1 : 1)

/** How many places behind the point it may have: numbers of things have none. */
export const placesOf = (setting: ChainSetting): number => (stepOf(setting) < 1 ? 2 : 0)

/** What differs from the values that are kept. */
export function changedOf(
  settings: readonly ChainSetting[],
  wanted: Readonly<Record<string, number>>,
): Record<string, number> {
  return Object.fromEntries(
    settings.flatMap((one) => {
      const next = wanted[one.name]
      return next === undefined || Math.abs(next - one.value) < 1e-9 ? [] : [[one.name, next] as const]
    }),
  )
}
