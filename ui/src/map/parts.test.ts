import { expect, it } from 'vitest'
import type { ChainMap, SegmentInfo } from '../data/chain/types'
import { partsOf } from './parts'
import { makeScene } from './scene'

const counts = { local: 1, target: 2, plan: 0, need: 0, lead: 0, project: 0, signed_yuan: '120000000.00' }
const share = { value: 0.5, measured: null, known: 1, leaves: 1 }
const segment = (id: string, more: Partial<SegmentInfo> = {}): SegmentInfo => ({
  id,
  version: 1,
  code: null,
  parent: null,
  description: null,
  policy_priority: null,
  confidence: null,
  source: null,
  override: null,
  states: null,
  layer: 'upstream',
  order_key: id,
  depth: 0,
  leaf: true,
  name: `环节${id}`,
  name_en: `Segment ${id}`,
  aliases: ['别名'],
  keywords: [],
  gbt4754_codes: [],
  must_have: false,
  chokepoint: false,
  state: 'weak',
  computed: 'weak',
  gap: 40,
  rank: 1,
  rank_low: 1,
  rank_high: 3,
  parts: null,
  coverage: 0.5,
  capacity_known: false,
  lq: null,
  hhi: null,
  single_supplier: false,
  direct: counts,
  total: counts,
  changed: 0,
  ...more,
})
const relation = {
  version: 1,
  from: 'a',
  kind: 'supplies' as const,
  what: null,
  coefficient: null,
  share: null,
  critical: false,
  confidence: null,
  source: null,
}
const map = (segments: SegmentInfo[]): ChainMap => ({
  chain: {
    id: 'c',
    version: 1,
    code: 'elevator',
    atlas_version: null,
    name: '电梯配件',
    name_en: 'Elevator parts',
    segments: segments.length,
    leaves: 1,
    relations: 0,
    local: 1,
    target: 2,
    gaps: 1,
    completeness: share,
  },
  at: null,
  since: null,
  formula: 3,
  weights: { importance: 0.45, feasibility: 0.25, availability: 0.15, policy: null },
  layers: [{ layer: 'upstream', completeness: share }],
  segments,
  relations: [
    { ...relation, id: 'r', to: 'gone' },
    { ...relation, id: 's', to: 'b', critical: true },
  ],
})

it('what is not known stays absent, and a relation that leads nowhere is left out', () => {
  const scene = makeScene(
    partsOf(map([segment('a', { coverage: null, gap: null, rank: null }), segment('b')]), false),
  )
  expect(scene.segments[0]).toMatchObject({
    name: '环节a',
    coverage: undefined,
    gap: undefined,
    rank: undefined,
  })
  expect(scene.segments[1]).toMatchObject({ gap: 40, ranks: [1, 3], capitalShare: 1 })
  const still = makeScene(partsOf(map([segment('c', { rank_low: 2, rank_high: 2 })]), false))
  expect(still.segments[0]?.ranks).toBeUndefined()
  expect(scene.relations.map((one) => one.id)).toEqual(['s'])
  expect(scene.whole).toMatchObject({ share: 0.5, measured: undefined })
  expect(makeScene(partsOf(map([segment('a')]), true)).segments[0]?.name).toBe('Segment a')
})

it('a ring of parents and a parent that is gone leave segments at the first level', () => {
  const ring = [
    segment('a', { parent: 'b' }),
    segment('b', { parent: 'a' }),
    segment('c', { parent: 'gone' }),
  ]
  const scene = makeScene(partsOf(map(ring), false))
  expect(scene.segments).toHaveLength(3)
  expect(scene.roots.length).toBeGreaterThanOrEqual(2)
})

it('what changed since another moment is marked', () => {
  const then = map([segment('a', { state: 'missing', coverage: 0 }), segment('b', { coverage: 0.9 })])
  const now = map([segment('a'), segment('b'), segment('c')])
  const changed = partsOf(now, false, then).segments.map((one) => one.changed)
  expect(changed).toEqual(['better', 'worse', 'new'])
})
