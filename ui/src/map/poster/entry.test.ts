import { describe, expect, it } from 'vitest'
import { roughMeasure } from '../draw/surface'
import { request, told, words } from '../testing/told'
import { sheets } from './entry'
import type { Form } from './request'

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

  it('a few segments stand on a sheet of fewer pixels, so that all of it is larger', () => {
    const width = (count: number) => sheets(request('a0', told(count)), roughMeasure)[0]?.width ?? 0
    expect(width(1)).toBe(800)
    expect(width(6)).toBeLessThan(2000)
    expect(width(200)).toBe(2300)
  })

  it('too little evidence is words and not a number', () => {
    const [page] = sheets(request('summary', told(24)), roughMeasure)
    expect(page?.svg).toContain('证据不足')
    expect(page?.svg).toContain('81.3')
  })

  it('a chain without gaps says so instead of empty tables', () => {
    const bare = { ...request('summary', told(24)), gaps: [], targets: [], parks: [] }
    const [page] = sheets(bare, roughMeasure)
    for (const key of ['no_gap', 'no_target', 'no_park']) expect(page?.svg).toContain(words[key])
    expect(page?.svg).not.toContain(words.rank_span)
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
