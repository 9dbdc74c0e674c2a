import { LAYERS, makeScene, STATES, type Parts, type Scene } from '../scene'

/** Numbers that look random and are the same at every run. */
export function dice(seed: number): (sides: number) => number {
  let state = seed >>> 0 || 1
  return (sides) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return Math.floor((state / 4294967296) * sides)
  }
}

const NAMES = '电机控制器减速曳引导轨门厢安全钳缓冲限速绝缘材料传感模块芯片铜箔隔膜正负极添加剂'

/** A chain of so many segments, nested at random up to `depth` levels, for tests. */
export function madeScene(seed: number, count: number, relations: number, depth = 3): Scene {
  const throwDice = dice(seed)
  const segments: Parts['segments'][number][] = []
  const depths: number[] = []
  for (let at = 0; at < count; at++) {
    const parent = at && throwDice(9) ? throwDice(at) : -1
    const below = parent >= 0 && (depths[parent] ?? 0) < depth - 1
    depths.push(below ? (depths[parent] ?? 0) + 1 : 0)
    const state = STATES[throwDice(5)] ?? 'weak'
    const gap = state === 'missing' || state === 'weak' ? 20 + throwDice(75) : undefined
    const length = 2 + throwDice(10)
    segments.push({
      id: `s${at}`,
      code: `made.s${at}`,
      name: Array.from({ length }, () => NAMES[throwDice(NAMES.length)]).join(''),
      sought: '',
      description: '',
      ...(below ? { parentId: `s${parent}` } : {}),
      layer: LAYERS[throwDice(4)] ?? 'midstream',
      state,
      decided: false,
      mustHave: !throwDice(3),
      chokepoint: !throwDice(9),
      single: false,
      gap,
      coverage: throwDice(100) / 100,
      local: throwDice(4),
      targets: throwDice(60),
      leads: throwDice(3),
      plans: 0,
      needs: throwDice(4),
      capital: '0.00',
      capitalShare: 0,
      changes: throwDice(5),
    })
  }
  const ranked = segments.filter((one) => one.gap !== undefined)
  ranked.sort((one, other) => (other.gap ?? 0) - (one.gap ?? 0))
  ranked.forEach((one, at) => (one.rank = at + 1))
  return makeScene({
    chain: 'made',
    name: '样例产业链',
    segments,
    relations: Array.from({ length: relations }, (_, at) => ({
      id: `r${at}`,
      from: `s${throwDice(count)}`,
      to: `s${throwDice(count)}`,
      kind: 'supplies',
      what: '',
      critical: !throwDice(9),
    })),
    day: '2026-11-26',
    formula: '1',
  })
}
