/** What a map shows, as arrays that nobody changes: a new answer of the host makes a new scene. */

export const LAYERS = ['upstream', 'midstream', 'downstream', 'support'] as const
export type Layer = (typeof LAYERS)[number]

export const STATES = ['strong', 'weak', 'missing', 'extend', 'unknown'] as const
export type State = (typeof STATES)[number]

/** A link of the chain. Segments are named by their place in `Scene.segments`. */
export interface Segment {
  id: string
  code: string
  name: string
  /** Letters it can be found by besides its name: aliases, pinyin, initials. */
  sought: string
  description: string
  /** -1 where it stands at the first level. */
  parent: number
  /** Those directly below it, in their order. */
  children: readonly number[]
  layer: Layer
  /** 0 at the first level. */
  depth: number
  state: State
  /** A person decided the state. */
  decided: boolean
  mustHave: boolean
  chokepoint: boolean
  /** One supplier alone carries it. */
  single: boolean
  /** 0 to 100; absent where nothing can be said. */
  gap?: number
  /** Its place among the gaps, 1 the widest. */
  rank?: number
  /** The best and the worst place it has under other weights. */
  ranks?: readonly [number, number]
  /** The share of the need that is met, 0 to 1. */
  coverage?: number
  /** Enterprises of the zone and elsewhere, itself and below, each counted once. */
  local: number
  targets: number
  leads: number
  /** Firms of the zone that plan it, and that need it. */
  plans: number
  needs: number
  /** Contract capital signed: as it is written, and as a share of the largest. */
  capital: string
  capitalShare: number
  /** Records about it that were written in twelve months. */
  changes: number
  /** Differs from the other moment of a comparison. */
  changed?: 'better' | 'worse' | 'new'
}

export interface Relation {
  id: string
  from: number
  to: number
  kind: string
  what: string
  critical: boolean
}

/** An enterprise as a map marks it. */
export interface Firm {
  id: string
  name: string
  city: string
  local: boolean
  /** Nothing but its business scope says that it belongs here. */
  scopeOnly?: boolean
  /** What was done about it so far. */
  step?: 'lead' | 'visited'
  /** It leads its chain. */
  head: boolean
  score?: number
}

/** How complete a layer, or the chain, is. */
export interface Completeness {
  /** 0 to 1; absent where nothing is known. */
  share?: number
  /** The part of it that rests on real capacities. */
  measured?: number
  counts: Readonly<Record<State, number>>
}

export interface Scene {
  chain: string
  name: string
  segments: readonly Segment[]
  relations: readonly Relation[]
  /** Segments of the first level. */
  roots: readonly number[]
  /** Gaps, the widest first. */
  gaps: readonly number[]
  whole: Completeness
  layers: Readonly<Record<Layer, Completeness>>
  /** The day the map tells of, `2026-11-26`. */
  day: string
  formula: string
  indexOf: ReadonlyMap<string, number>
  /** Enterprises by segment, best first; known for those looked at closely. */
  firms: ReadonlyMap<number, readonly Firm[]>
}

/** What a scene is made of: segments in their order, each naming its parent by id. */
export interface Parts {
  chain: string
  name: string
  segments: readonly (Omit<Segment, 'parent' | 'children' | 'depth' | 'layer'> & {
    parentId?: string
    layer: string
  })[]
  relations: readonly {
    id: string
    from: string
    to: string
    kind: string
    what: string
    critical: boolean
  }[]
  day: string
  formula: string
  firms?: ReadonlyMap<string, readonly Firm[]>
  whole?: Omit<Completeness, 'counts'>
  layers?: Partial<Record<Layer, Omit<Completeness, 'counts'>>>
}

const none = (): Record<State, number> => ({ strong: 0, weak: 0, missing: 0, extend: 0, unknown: 0 })

/** How many leaves stand at each state. */
export function countStates(segments: readonly Segment[], among: (at: number) => boolean): Completeness {
  const counts = none()
  segments.forEach((one, at) => {
    if (!one.children.length && among(at)) counts[one.state]++
  })
  return { counts }
}

/** Leaves below a segment, or itself. */
export function leavesOf(scene: Pick<Scene, 'segments'>, at: number): number[] {
  const children = scene.segments[at]?.children ?? []
  return children.length ? children.flatMap((one) => leavesOf(scene, one)) : [at]
}

/** From the first level down to a segment. */
export function pathOf(scene: Pick<Scene, 'segments'>, at: number): number[] {
  const path: number[] = []
  for (let one = at; one >= 0 && path.length < 64; one = scene.segments[one]?.parent ?? -1) path.unshift(one)
  return path
}

/**
 * Puts the parts together. A parent that is not there, or a ring of parents, leaves a segment at the first
 * level: nothing is lost from the picture. A relation that leads nowhere is left out.
 */
export function makeScene(parts: Parts): Scene {
  const indexOf = new Map<string, number>()
  parts.segments.forEach((one, at) => indexOf.set(one.id, at))
  const parents = parts.segments.map((one) => (one.parentId ? (indexOf.get(one.parentId) ?? -1) : -1))
  parents.forEach((_, at) => {
    const seen = new Set([at])
    for (let up = parents[at] ?? -1; up >= 0; up = parents[up] ?? -1) {
      if (seen.has(up)) {
        parents[at] = -1
        break
      }
      seen.add(up)
    }
  })
  const children: number[][] = parts.segments.map(() => [])
  const roots: number[] = []
  parents.forEach((parent, at) => (children[parent] ?? roots).push(at))
  const layerOf = (at: number): Layer => {
    let top = at
    while ((parents[top] ?? -1) >= 0) top = parents[top] ?? -1
    const found = parts.segments[top]?.layer
    return LAYERS.find((one) => one === found) ?? 'midstream'
  }
  const depthOf = (at: number): number => ((parents[at] ?? -1) < 0 ? 0 : 1 + depthOf(parents[at] ?? -1))
  const segments: Segment[] = parts.segments.map((one, at) => ({
    ...one,
    parent: parents[at] ?? -1,
    children: children[at] ?? [],
    layer: layerOf(at),
    depth: depthOf(at),
  }))
  const relations = parts.relations.flatMap((one) => {
    const [from, to] = [indexOf.get(one.from), indexOf.get(one.to)]
    return from === undefined || to === undefined || from === to ? [] : [{ ...one, from, to }]
  })
  const gaps = segments
    .map((one, at) => ({ at, rank: one.rank }))
    .filter((one): one is { at: number; rank: number } => one.rank !== undefined)
    .sort((one, other) => one.rank - other.rank || one.at - other.at)
    .map((one) => one.at)
  const layer = (name: Layer): Completeness => ({
    ...parts.layers?.[name],
    ...countStates(segments, (at) => segments[at]?.layer === name),
  })
  const firms = new Map<number, readonly Firm[]>()
  parts.firms?.forEach((list, id) => {
    const at = indexOf.get(id)
    if (at !== undefined) firms.set(at, list)
  })
  return {
    chain: parts.chain,
    name: parts.name,
    segments,
    relations,
    roots,
    gaps,
    whole: { ...parts.whole, ...countStates(segments, () => true) },
    layers: {
      upstream: layer('upstream'),
      midstream: layer('midstream'),
      downstream: layer('downstream'),
      support: layer('support'),
    },
    day: parts.day,
    formula: parts.formula,
    indexOf,
    firms,
  }
}
