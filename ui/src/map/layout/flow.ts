import { linksOf } from '../relate'
import { LAYERS, pathOf, type Scene } from '../scene'
import type { Box } from './sizes'

/** A segment in the view of flows. */
export interface FlowNode extends Box {
  segment: number
  column: number
}

/** A flow between two of them, by their place in `nodes`. */
export interface FlowEdge {
  from: number
  to: number
  weight: number
  critical: boolean
}

export interface FlowPicture {
  width: number
  height: number
  nodes: FlowNode[]
  edges: FlowEdge[]
  /** Where each column begins. */
  columns: number[]
}

const NODE = { least: 116, most: 184, between: 56, farthest: 220, h: 40, gap: 12, head: 36, pad: 20 } as const

/** What a segment takes, stands for and gives: three columns. */
export function neighbourhood(scene: Scene, at: number, width: number): FlowPicture {
  const links = linksOf(scene, at)
  const ends = (incoming: boolean) => [
    ...new Set(links.filter((one) => one.incoming === incoming).map((one) => one.other)),
  ]
  const left = ends(true)
  // What stands on both sides is drawn on the left alone.
  const right = ends(false).filter((one) => !left.includes(one))
  const columns = [left, [at], right]
  const picture = stack(columns, width)
  const placeOf = new Map(picture.nodes.map((one, place) => [one.segment, place]))
  const seen = new Map<string, FlowEdge>()
  const middle = placeOf.get(at) ?? 0
  for (const { other, incoming, relation } of links) {
    const end = placeOf.get(other)
    if (end === undefined) continue
    const [from, to] = incoming ? [end, middle] : [middle, end]
    const edge = seen.get(`${from} ${to}`) ?? { from, to, weight: 0, critical: false }
    edge.weight++
    edge.critical ||= relation.critical
    seen.set(`${from} ${to}`, edge)
  }
  return { ...picture, edges: [...seen.values()] }
}

/** The flows between segments of the first level, added up, layer beside layer; each column ordered so that few cross. */
export function aggregate(scene: Scene, width: number): FlowPicture {
  const flows = new Map<string, { from: number; to: number; weight: number; critical: boolean }>()
  for (const one of scene.relations) {
    const [from = -1, to = -1] = [pathOf(scene, one.from)[0], pathOf(scene, one.to)[0]]
    if (from === to) continue
    const key = `${from} ${to}`
    const flow = flows.get(key) ?? { from, to, weight: 0, critical: false }
    flow.weight++
    flow.critical ||= one.critical
    flows.set(key, flow)
  }
  const columns = LAYERS.map((layer) =>
    scene.roots.filter((at) => scene.segments[at]?.layer === layer),
  ).filter((one) => one.length)
  const picture = stack(ordered(columns, [...flows.values()]), width)
  const placeOf = new Map(picture.nodes.map((one, place) => [one.segment, place]))
  const edges = [...flows.values()].flatMap((one) => {
    const [from, to] = [placeOf.get(one.from), placeOf.get(one.to)]
    return from === undefined || to === undefined ? [] : [{ ...one, from, to }]
  })
  return { ...picture, edges }
}

/** Sorts each column by the middle of what its segments flow to and from, a few times over. */
function ordered(columns: number[][], flows: { from: number; to: number; weight: number }[]): number[][] {
  const found = columns.map((one) => one.slice())
  for (let sweep = 0; sweep < 4; sweep++)
    for (const column of found) {
      const place = new Map(
        found.flatMap((one) => one.map((at, row) => [at, row / Math.max(1, one.length - 1)])),
      )
      const middle = (at: number): number => {
        let [sum, weight] = [0, 0]
        for (const one of flows) {
          const other = one.from === at ? one.to : one.to === at ? one.from : undefined
          if (other === undefined || column.includes(other)) continue
          sum += (place.get(other) ?? 0.5) * one.weight
          weight += one.weight
        }
        return weight ? sum / weight : (place.get(at) ?? 0.5)
      }
      const by = new Map(column.map((at) => [at, middle(at)]))
      column.sort((a, b) => (by.get(a) ?? 0) - (by.get(b) ?? 0))
    }
  return found
}

/** Puts the columns side by side; the room between them is what the width leaves. */
function stack(columns: readonly (readonly number[])[], room: number): FlowPicture {
  const gaps = Math.max(1, columns.length - 1)
  const free = room - 2 * NODE.pad
  const w = Math.min(NODE.most, Math.max(NODE.least, (free - gaps * NODE.between) / columns.length))
  const between = Math.min(NODE.farthest, Math.max(NODE.between, (free - columns.length * w) / gaps))
  const step = NODE.h + NODE.gap
  const height = Math.max(1, ...columns.map((one) => one.length)) * step + NODE.head + 2 * NODE.pad
  const starts = columns.map((_, at) => NODE.pad + at * (w + between))
  const nodes = columns.flatMap((column, at) => {
    const top = NODE.head + (height - NODE.head - column.length * step) / 2
    return column.map((segment, row) => ({
      segment,
      column: at,
      x: starts[at] ?? 0,
      y: top + row * step,
      w,
      h: NODE.h,
    }))
  })
  const width = (starts.at(-1) ?? 0) + w + NODE.pad
  return { width, height, nodes, edges: [], columns: starts }
}
