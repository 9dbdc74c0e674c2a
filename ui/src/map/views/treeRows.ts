import { LAYERS, type Layer, type Scene } from '../scene'

/** A line of the list: a layer, or a segment. */
export interface TreeRow {
  key: string
  layer: Layer
  /** -1 for a layer. */
  at: number
  level: number
  /** Whether something stands below it, and whether that is shown. */
  opens: boolean
  open: boolean
  place: number
  size: number
}

/** The lines that are shown while these are closed. */
export function treeRows(scene: Scene, closed: ReadonlySet<string>): TreeRow[] {
  const rows: TreeRow[] = []
  const put = (list: readonly number[], level: number) =>
    list.forEach((at, index) => {
      const one = scene.segments[at]
      if (!one) return
      const opens = one.children.length > 0
      const open = opens && !closed.has(one.id)
      rows.push({
        key: one.id,
        layer: one.layer,
        at,
        level,
        opens,
        open,
        place: index + 1,
        size: list.length,
      })
      if (open) put(one.children, level + 1)
    })
  const layers = LAYERS.filter((layer) => scene.roots.some((at) => scene.segments[at]?.layer === layer))
  layers.forEach((layer, index) => {
    const open = !closed.has(layer)
    rows.push({
      key: layer,
      layer,
      at: -1,
      level: 1,
      opens: true,
      open,
      place: index + 1,
      size: layers.length,
    })
    if (!open) return
    put(
      scene.roots.filter((at) => scene.segments[at]?.layer === layer),
      2,
    )
  })
  return rows
}
