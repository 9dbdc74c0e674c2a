import { expect, it } from 'vitest'
import { boardLayout } from '../layout/board'
import { SvgSurface } from '../surface/svg'
import { madeScene } from '../testing/made'
import { plainWords } from '../testing/words'
import { drawBoard, prepare } from './board'
import { detailOf, FIRMS, type Detail } from './lod'
import { Fitter } from './letters'
import type { Options } from './options'
import { DARK, LIGHT, rampColour } from './palette'
import { drawSheet } from './sheet'
import { roughMeasure } from './surface'

const words = {
  title: '样例 & 产业链',
  note: '2026-11-26',
  foot: '公式第 1 版',
  local: '本地',
  target: '目标',
  pins: '缺口前 12 名',
}

function picture(width: number, height: number, dark = false): string {
  const scene = madeScene(11, 24, 20, 3)
  const layout = boardLayout(scene, width / height)
  const surface = new SvgSurface(width, height, words.title, words.note)
  const letters = new Fitter(roughMeasure)
  const options = { palette: dark ? DARK : LIGHT, words: plainWords, letters, colourBy: 'state' as const }
  drawSheet(surface, scene, layout, { width, height }, words, {
    ...options,
    relations: false,
    least: 7,
    pins: 12,
  })
  return surface.toString()
}

it('draws the same picture from the same data', () => expect(picture(900, 640)).toMatchSnapshot())

it('the picture is well formed, its letters are letters, and what they mean is escaped', () => {
  const text = picture(1600, 1000, true)
  const parsed = new DOMParser().parseFromString(text, 'image/svg+xml')
  expect(parsed.querySelector('title')?.textContent).toBe(words.title)
  expect(text).toContain('公式第 1 版')
  expect(text).not.toMatch(/NaN|undefined|Infinity/)
})

it('a firm that only its business scope places has an open sign and is called so', () => {
  const parts = madeScene(12, 1, 0, 1)
  const firm = { id: 'f', name: '甲公司', city: '苏州', local: true, head: false }
  const drawn = (scopeOnly: boolean) => {
    const scene = { ...parts, firms: new Map([[0, [{ ...firm, scopeOnly }]]]) }
    const surface = new SvgSurface(1400, 900, '', '')
    const options = {
      palette: LIGHT,
      words: plainWords,
      letters: new Fitter(roughMeasure),
      least: 7,
      pins: 0,
    }
    const view = { x: 0, y: 0, k: 6, width: 1400, height: 900 }
    const how: Options = { ...options, colourBy: 'state' as const, relations: false, detail: FIRMS }
    drawBoard(surface, prepare(scene, boardLayout(scene, 1.5)), view, how)
    return surface.toString()
  }
  expect(drawn(true)).toContain('按范围 · 苏州')
  expect(drawn(true)).toContain('stroke-dasharray="1.5 1.5"')
  expect(drawn(false)).not.toContain('按范围')
})

it.each<[number, Detail | undefined, Detail]>([
  [20, undefined, 0],
  [40, undefined, 1],
  [80, undefined, 2],
  [150, undefined, 3],
  [300, undefined, 4],
  [500, undefined, 5],
  // A level holds a tenth past its edge, and no further.
  [52, 2, 2],
  [48, 2, 1],
  [58, 1, 1],
  [60, 1, 2],
  [20, 5, 0],
])('a chip of %i pixels after %s shows level %i', (width, before, detail) =>
  expect(detailOf(width, before)).toBe(detail),
)

it('texts are divided where they may be, and cut only at the end', () => {
  const letters = new Fitter(roughMeasure)
  expect(letters.lines('聚乙二醇与表面活性剂', 10, false, 52, 2)).toEqual(['聚乙二醇与', '表面活性剂'])
  expect(letters.lines('保护氨基酸与缩', 10, false, 62, 2)).toEqual(['保护氨基', '酸与缩'])
  expect(letters.lines('Pharma-grade solvents', 10, false, 70, 2)).toEqual(['Pharma-grade', 'solvents'])
  expect(letters.line('聚乙二醇与表面活性剂', 10, false, 52)).toBe('聚乙二醇…')
  expect(letters.line('电机', 10, false, 52)).toBe('电机')
})

it('a ramp begins at nothing and ends at the most', () => {
  const steps = LIGHT.ramps.gap
  expect([0, 0.01, 0.5, 1].map((share) => steps.indexOf(rampColour(steps, share)))).toEqual([0, 1, 2, 4])
})

/** The contrast of two colours, as WCAG counts it. */
function contrast(one: string, other: string): number {
  const light = (colour: string) => {
    const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
      const part = parseInt(colour.slice(at, at + 2), 16) / 255
      return part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
    })
    return 0.2126 * r + 0.7152 * g + 0.0722 * b
  }
  const [low = 0, high = 0] = [light(one), light(other)].sort((a, b) => a - b)
  return (high + 0.05) / (low + 0.05)
}

it.each([LIGHT, DARK])('names can be read and signs seen on every ground', (palette) => {
  for (const { mark, fill, ink } of Object.values(palette.states)) {
    expect(contrast(ink, fill)).toBeGreaterThanOrEqual(4.5)
    expect(contrast(mark, fill)).toBeGreaterThanOrEqual(3)
  }
  for (const steps of Object.values(palette.ramps))
    for (const step of steps) expect(contrast(palette.ink, step)).toBeGreaterThanOrEqual(4.5)
  for (const { ink, fill } of Object.values(palette.bands))
    expect(contrast(ink, fill)).toBeGreaterThanOrEqual(4.5)
  for (const ink of [palette.ink2, palette.ink3])
    expect(contrast(ink, palette.card)).toBeGreaterThanOrEqual(4.5)
})

it('a segment with a lead carries the mark of one on a screen, and none on paper', () => {
  const bare = madeScene(12, 1, 0, 1)
  const drawn = (leads: number, marked: boolean, width = 80) => {
    const scene = { ...bare, segments: bare.segments.map((one) => ({ ...one, leads })) }
    const surface = new SvgSurface(400, 300, '', '')
    const letters = new Fitter(roughMeasure)
    const options = {
      palette: LIGHT,
      words: plainWords,
      letters,
      least: 7,
      pins: 0,
      colourBy: 'state' as const,
    }
    const layout = boardLayout(scene, 1.4)
    const k = width / layout.chip.w
    const view = { x: 0, y: 0, k, width: 400, height: 300 }
    const seen = { ...options, relations: false, detail: detailOf(width), leads: marked }
    drawBoard(surface, prepare(scene, layout), view, seen)
    return [...surface.toString().matchAll(/<circle/g)].length
  }
  for (const width of [44, 80, 150]) {
    const without = drawn(0, true, width)
    expect(drawn(2, true, width)).toBe(without + 3)
    expect(drawn(2, false, width)).toBe(without)
  }
})
