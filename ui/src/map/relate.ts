import { leavesOf, pathOf, type Relation, type Scene } from './scene'

/** A relation of a segment: which, its other end, and whether it comes in. */
export interface Link {
  relation: Relation
  other: number
  incoming: boolean
}

/** The relations of a segment: its own, those of the groups above it, and of a group those within it. */
export function linksOf(scene: Scene, at: number): Link[] {
  const around = new Set([...pathOf(scene, at), ...below(scene, at)])
  return scene.relations.flatMap((relation) => {
    const [from, to] = [around.has(relation.from), around.has(relation.to)]
    if (from === to) return []
    return [{ relation, other: from ? relation.to : relation.from, incoming: to }]
  })
}

function below(scene: Scene, at: number): number[] {
  const children = scene.segments[at]?.children ?? []
  return [at, ...children.flatMap((one) => below(scene, one))]
}

/** What is shown strongly while a segment is looked at: itself, all within it, and what it is related to. */
export function litBy(scene: Scene, at: number, links: readonly Link[]): Set<number> {
  const lit = new Set([...below(scene, at), ...pathOf(scene, at)])
  for (const { other } of links) {
    leavesOf(scene, other).forEach((one) => lit.add(one))
    pathOf(scene, other).forEach((one) => lit.add(one))
  }
  return lit
}
