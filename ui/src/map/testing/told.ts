import chinese from '@words/zh-CN.json'
import type { ChainMap, SegmentInfo } from '../../data/chain/types'
import type { Form, Request } from '../poster/request'
import type { Scene } from '../scene'
import { madeScene } from './made'

/** A made-up chain of so many segments as the host tells it. */
export const told = (count: number): ChainMap => toldOf(madeScene(5, count, count * 2, 3))

/** A chain as the host tells it. */
export function toldOf(scene: Scene): ChainMap {
  const counts = { local: 1, target: 2, plan: 0, need: 0, lead: 0, project: 0, signed_yuan: '0.00' }
  const share = { value: 0.4, measured: 0.1, known: 5, leaves: 9 }
  const segments = scene.segments.map((one) => ({
    id: one.id,
    version: 1,
    code: one.code,
    parent: scene.segments[one.parent]?.id,
    layer: one.layer,
    leaf: !one.children.length,
    depth: one.depth,
    name: one.name,
    aliases: [],
    keywords: ['控制柜'],
    gbt4754_codes: ['3435'],
    state: one.state,
    gap: one.gap ?? null,
    rank: one.rank ?? null,
    rank_low: one.rank ?? null,
    rank_high: one.rank ?? null,
    coverage: one.coverage ?? null,
    direct: counts,
    total: counts,
    changed: 0,
  })) as unknown as SegmentInfo[]
  const relations = scene.relations.map(({ id, from, to }) => ({
    id,
    version: 1,
    from: scene.segments[from]?.id ?? '',
    to: scene.segments[to]?.id ?? '',
    kind: 'supplies' as const,
    critical: false,
  }))
  const chain = { code: 'made', name: '样例', completeness: share } as ChainMap['chain']
  const layers = [{ layer: 'upstream' as const, completeness: share }]
  const weights = { importance: 0.45, feasibility: 0.25, availability: 0.15, policy: 0.15 }
  return { chain, formula: 1, weights, layers, segments, relations } as unknown as ChainMap
}

/** The words of sheets. */
export const words = Object.fromEntries([
  ...Object.entries(chinese.picture),
  ...Object.entries(chinese.choice.segment.layer).map(([key, word]) => [`layer.${key}`, word]),
  ...Object.entries(chinese.choice.segment_override.state).map(([key, word]) => [`state.${key}`, word]),
])
const target = { name: '甲公司', region: '江苏苏州', park: '', score: null, segment: '电机', why: [] }
const gap = {
  ...{ segment: 's3', name: '控制器', path: ['电机'], score: 81.25, rank: 1, rank_low: 1, rank_high: 4 },
  ...{ parts: { importance: 0.5, policy: null }, coverage: 0, why: ['没有本地企业'], targets: [target] },
  ...{
    state: 'missing' as const,
    parks: [],
    suppliers: [],
    buyers: [{ segment: '曳引机', firms: ['乙公司'] }],
  },
}
/** What is asked for a sheet. */
export const request = (form: Form, map: ChainMap): Request => ({
  ...{ form, map, words, dark: false, english: false, day: '2026-11-26' },
  ...{ gaps: [gap], targets: [target], parks: [] },
})
