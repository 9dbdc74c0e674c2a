import type { ChainMap, SegmentInfo } from '../data/chain/types'
import type { Completeness, Layer, Parts, State } from './scene'

/** The share of `value`, absent where the host knows none. */
const known = (value: number | null | undefined): number | undefined => value ?? undefined

/** How a segment stands beside another moment. */
function changeOf(now: SegmentInfo, then: SegmentInfo | undefined): 'better' | 'worse' | 'new' | undefined {
  if (!then) return 'new'
  const order = (state: State) => ['unknown', 'missing', 'extend', 'weak', 'strong'].indexOf(state)
  const moved = order(now.state) - order(then.state) || (now.coverage ?? 0) - (then.coverage ?? 0)
  if (Math.abs(moved) >= 0.005) return moved > 0 ? 'better' : 'worse'
  return undefined
}

/** From which to which rank a gap moves under other weights; nothing where it stays. */
const rangeOf = (low: number | null, high: number | null): readonly [number, number] | undefined =>
  low !== null && high !== null && low < high ? [low, high] : undefined

/**
 * What a map is drawn from, out of the host's answer; in English names where they are asked for and known.
 * With `then`, what changed since then is marked.
 */
export function partsOf(map: ChainMap, english: boolean, then?: ChainMap): Parts {
  const before = new Map(then?.segments.map((one) => [one.id, one]))
  // Only to colour by: what is shown is the exact text.
  const signed = map.segments.map((one) => Number(one.total.signed_yuan) || 0)
  const most = Math.max(0, ...signed.filter((_, at) => map.segments[at]?.leaf))
  const share = (one: { value: number | null; measured: number | null }): Omit<Completeness, 'counts'> => ({
    share: known(one.value),
    measured: known(one.measured),
  })
  const layers: Partial<Record<Layer, Omit<Completeness, 'counts'>>> = {}
  for (const { layer, completeness } of map.layers) layers[layer] = share(completeness)
  return {
    chain: map.chain.code,
    name: (english && map.chain.name_en) || map.chain.name,
    day: map.at ?? '',
    formula: String(map.formula),
    whole: share(map.chain.completeness),
    layers,
    segments: map.segments.map((one, at) => ({
      id: one.id,
      code: one.code ?? '',
      name: (english && one.name_en) || one.name,
      sought: [one.name, one.name_en, one.code, ...one.aliases].filter(Boolean).join('\n'),
      description: one.description ?? '',
      parentId: one.parent ?? undefined,
      layer: one.layer,
      state: one.state,
      decided: !!one.override,
      mustHave: one.must_have,
      chokepoint: one.chokepoint,
      single: one.single_supplier,
      gap: known(one.gap),
      rank: known(one.rank),
      ranks: rangeOf(one.rank_low, one.rank_high),
      coverage: known(one.coverage),
      local: one.total.local,
      targets: one.total.target,
      leads: one.total.lead,
      plans: one.total.plan,
      needs: one.total.need,
      capital: one.total.signed_yuan,
      capitalShare: most > 0 ? (signed[at] ?? 0) / most : 0,
      changes: one.changed,
      changed: then ? changeOf(one, before.get(one.id)) : undefined,
    })),
    relations: map.relations.map((one) => ({
      id: one.id,
      from: one.from,
      to: one.to,
      kind: one.kind,
      what: one.what ?? '',
      critical: one.critical,
    })),
  }
}
