import type { Band, Card, Layout, Place } from '../layout/board'
import { LAYERS, type Layer, type Scene } from '../scene'

/** Between cells, between bands, within a band around its cells; the head of a band; from the edge of the sheet. */
const GAP = 8
const APART = 12
const PAD = 9
const HEAD = 26
const EDGE = 18
/** The form of a cell that is read best, and the most it is high. */
const BEST = { w: 150, h: 72, most: 112 }

/** How cells stand: rows of all bands side by side, columns of each, and columns and rows of the band below. */
interface Grid {
  rows: number
  columns: readonly number[]
  below: { columns: number; rows: number }
  w: number
  h: number
}

/** Segments of the first level as cells of equal size, a band a layer, support below, filling a sheet. */
export function cellLayout(scene: Scene, width: number, height: number): Layout {
  const all = LAYERS.map((layer) => ({
    layer,
    cells: scene.roots.filter((at) => scene.segments[at]?.layer === layer),
  }))
  const there = all.filter(({ cells }) => cells.length)
  const below = there.length > 1 ? there.filter(({ layer }) => layer === 'support') : []
  const beside = there.filter((one) => !below.includes(one))
  const grid = bestGrid(
    beside.map(({ cells }) => cells.length),
    below[0]?.cells.length ?? 0,
    [width, height],
  )
  const made = { bands: [] as Band[], cards: [] as Card[], places: [] as Place[] }
  const high = (rows: number) => HEAD + rows * (grid.h + GAP) - GAP + PAD
  let x = EDGE
  const band = (
    layer: Layer,
    cells: readonly number[],
    box: [number, number, number, number],
    columns: number,
  ) => {
    const [left, top, w, h] = box
    const cell = (w - 2 * PAD - (columns - 1) * GAP) / columns
    const first = made.cards.length
    cells.forEach((segment, at) => {
      const column = at % columns
      const place = {
        x: left + PAD + column * (cell + GAP),
        y: top + HEAD + Math.floor(at / columns) * (grid.h + GAP),
        ...{ w: cell, h: grid.h },
      }
      made.places[segment] = { ...place, as: 'chip', card: made.cards.length }
      made.cards.push({ ...place, segment: -1, band: made.bands.length, head: 0, inside: [segment] })
    })
    const cards = cells.map((_, at) => first + at)
    made.bands.push({ x: left, y: top, w, h, layer, head: HEAD, cards })
  }
  beside.forEach(({ layer, cells }, at) => {
    const columns = grid.columns[at] ?? 1
    const w = columns * (grid.w + GAP) - GAP + 2 * PAD
    band(layer, cells, [x, 0, w, high(grid.rows)], columns)
    x += w + APART
  })
  const bottom = high(grid.rows)
  for (const { layer, cells } of below)
    band(layer, cells, [EDGE, bottom + APART, width - 2 * EDGE, high(grid.below.rows)], grid.below.columns)
  const full = below.length ? bottom + APART + high(grid.below.rows) : bottom
  return { width, height: full, chip: { w: grid.w, h: grid.h }, ...made }
}

/** Of all numbers of rows that whose cells are nearest to the best form. */
function bestGrid(counts: readonly number[], below: number, [width, height]: [number, number]): Grid {
  let best: Grid | undefined
  let most = -1
  for (let rows = 1; rows <= Math.max(...counts); rows++) {
    const grid = gridOf(counts, below, rows, [width, height])
    const fit = Math.min(grid.w / BEST.w, grid.h / BEST.h)
    if (fit > most) [best, most] = [grid, fit]
  }
  return best ?? gridOf(counts, below, 1, [width, height])
}

function gridOf(
  counts: readonly number[],
  below: number,
  rows: number,
  [width, height]: [number, number],
): Grid {
  const columns = counts.map((count) => Math.ceil(count / rows))
  const all = columns.reduce((sum, one) => sum + one, 0)
  const bands = counts.length
  const room = width - 2 * EDGE - (bands - 1) * APART - bands * (2 * PAD - GAP)
  const w = room / Math.max(1, all) - GAP
  const under = Math.min(below, Math.max(1, Math.floor((width - 2 * EDGE - 2 * PAD + GAP) / (w + GAP))))
  const strips = below ? Math.ceil(below / under) : 0
  const heads = (HEAD + PAD - GAP) * (below ? 2 : 1) + (below ? APART : 0)
  const h = Math.min(BEST.most, (height - heads) / (rows + strips) - GAP)
  return { rows, columns, below: { columns: under, rows: strips }, w, h }
}
