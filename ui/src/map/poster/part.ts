import { makeScene, pathOf, type Layer, type Parts, type Scene } from '../scene'

/**
 * A chain of those segments only; relations to others are left out, and so is the completeness of the
 * whole, which says nothing about a part.
 */
function among(parts: Parts, kept: ReadonlySet<string>): Scene {
  return makeScene({
    ...parts,
    whole: undefined,
    segments: parts.segments.filter(({ id }) => kept.has(id)),
    relations: parts.relations.filter(({ from, to }) => kept.has(from) && kept.has(to)),
  })
}

/** A segment with all below it, or the whole chain. */
export function partBelow(parts: Parts, segment?: string): Scene {
  const whole = makeScene(parts)
  const at = segment === undefined ? undefined : whole.indexOf.get(segment)
  return at === undefined ? whole : among(parts, idsBelow(whole, [at]))
}

/** One layer of a chain. */
export function layerOnly(parts: Parts, layer: Layer): Scene {
  const whole = makeScene(parts)
  return among(parts, idsBelow(whole, rootsOf(whole, layer)))
}

/** Some segments with all that stand above them. */
export function segmentsOnly(parts: Parts, whole: Scene, some: readonly number[]): Scene {
  const ids = some.flatMap((at) => pathOf(whole, at)).map((at) => whole.segments[at]?.id ?? '')
  return among(parts, new Set(ids))
}

/** The groups of the first level of a layer. */
export const rootsOf = (scene: Scene, layer: Layer): number[] =>
  scene.roots.filter((at) => scene.segments[at]?.layer === layer)

function idsBelow(scene: Scene, from: readonly number[]): Set<string> {
  const ids = new Set<string>()
  const add = (at: number): void => {
    const one = scene.segments[at]
    if (!one) return
    ids.add(one.id)
    one.children.forEach(add)
  }
  from.forEach(add)
  return ids
}
