import chinese from '@words/zh-CN.json'
import { describe, expect, it } from 'vitest'
import type { ChainMap, SegmentInfo } from '../../data/chain/types'
import { roughMeasure } from '../draw/surface'
import { madeScene } from '../testing/made'
import { sheets } from './entry'
import type { Form, Request } from './request'

/** A chain as the host tells it, with so many segments. */
function told(count: number): ChainMap {
  const scene = madeScene(5, count, count * 2, 3)
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
  return { chain, formula: 1, layers, segments, relations } as unknown as ChainMap
}

const words = Object.fromEntries([
  ...Object.entries(chinese.picture),
  ...Object.entries(chinese.choice.segment.layer).map(([key, word]) => [`layer.${key}`, word]),
  ...Object.entries(chinese.choice.segment_override.state).map(([key, word]) => [`state.${key}`, word]),
])
const target = { name: '甲公司', region: '江苏苏州', park: '', score: null, segment: '电机', why: [] }
const gap = {
  ...{ segment: 's3', name: '控制器', path: ['电机'], score: 81.25, rank: 1, rank_low: 1, rank_high: 4 },
  ...{ parts: { importance: 0.5, policy: null }, coverage: 0, why: ['没有本地企业'], targets: [target] },
}
const request = (form: Form, map: ChainMap): Request => ({
  ...{ form, map, words, dark: false, english: false, day: '2026-11-26' },
  ...{ gaps: [gap], targets: [target], parks: [] },
})

describe('sheets', () => {
  it.each<[Form, number]>([
    ['a0', 24],
    ['a4', 1],
    ['slides', 24],
    ['summary', 24],
  ])('%s of %i segments are pictures with words of their own', (form, count) => {
    const drawn = sheets(request(form, told(count)), roughMeasure)
    for (const { svg } of drawn) {
      expect(svg).not.toMatch(/NaN|undefined|Infinity|\{\w+\}/)
      expect(new DOMParser().parseFromString(svg, 'image/svg+xml').querySelector('title')).toBeTruthy()
    }
    const text = drawn.map(({ svg }) => svg.replace(/<[^>]*>/g, '\n')).join('\n')
    // Every word is known: none shows its key.
    for (const key of Object.keys(words)) expect(text.split('\n')).not.toContain(key)
    expect(text).toContain('样例产业链全景图')
    expect(text).toContain('数据截至 2026-11-26')
  })

  it('slides are an overview, the layers in parts that can be read, and the gaps', () => {
    const names = sheets(request('slides', told(300)), roughMeasure).map(({ name }) => name)
    expect(names[0]).toBe('样例产业链全景图')
    expect(names.at(-1)).toBe('1 控制器')
    expect(names.filter((name) => name.includes('上游')).length).toBeGreaterThan(1)
  })

  it('too little evidence is words and not a number', () => {
    const [page] = sheets(request('summary', told(24)), roughMeasure)
    expect(page?.svg).toContain('证据不足')
    expect(page?.svg).toContain('81.3')
  })

  it('a part shows what is below it and nothing else', () => {
    const map = told(60)
    const root = map.segments.find((one) => !one.leaf && one.depth === 0)
    const other = map.segments.find((one) => one.depth === 0 && one.id !== root?.id)
    const [page] = sheets({ ...request('a3', map), segment: root?.id }, roughMeasure)
    expect(page?.name).toContain(root?.name)
    expect(page?.svg).not.toContain(other?.name)
  })

  it('a layer alone is drawn of that layer, and told in the title', () => {
    const whole = told(24)
    const layer = whole.segments[0]?.layer ?? 'upstream'
    const [whole_sheet] = sheets(request('a4', whole), roughMeasure)
    const [sheet] = sheets({ ...request('a4', whole), layer }, roughMeasure)
    const others = whole.segments.filter((one) => one.layer !== layer && !one.parent)
    expect(others.length).toBeGreaterThan(0)
    expect(sheet?.name).toContain(words[`layer.${layer}`])
    expect(sheet?.svg.length).toBeLessThan(whole_sheet?.svg.length ?? 0)
  })
})
