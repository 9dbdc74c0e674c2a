import { aspectOf, boardLayout } from '../../../../ui/src/map/layout/board'
import { makeScene } from '../../../../ui/src/map/scene'

/** What a segment says before anything is known of it. */
const BLANK = {
  code: '',
  sought: '',
  description: '',
  state: 'missing',
  decided: false,
  mustHave: false,
  chokepoint: false,
  single: false,
  local: 0,
  targets: 0,
  leads: 0,
  plans: 0,
  needs: 0,
  capital: '0.00',
  capitalShare: 0,
  changes: 0,
}

/** The chain as the product's own map takes it. */
export function sceneOf(chain) {
  const parts = {
    chain: chain.code,
    name: chain.code,
    segments: chain.segments.map((one) => ({ ...BLANK, ...one })),
    relations: chain.relations.map((one, at) => ({
      id: `r${at}`,
      kind: 'supplies',
      what: '',
      critical: false,
      ...one,
    })),
    day: '2026-11-26',
    formula: '1',
  }
  return makeScene(parts)
}

/** Boxes, lines and dots at the places of our own layout, fitted into a sheet. */
export function graphOf(chain, width, height) {
  const scene = sceneOf(chain)
  const layout = boardLayout(scene, aspectOf(width, height))
  const scale = Math.min(width / layout.width, height / layout.height)
  const placed = ({ x, y, w, h }) => ({ x: x * scale, y: y * scale, w: w * scale, h: h * scale })
  const boxes = layout.places.map((place, at) => ({
    id: `s${at}`,
    name: scene.segments[at].name,
    leaf: place.as === 'chip',
    parent: scene.segments[at].parent < 0 ? undefined : `s${scene.segments[at].parent}`,
    ...placed(place),
  }))
  const lines = scene.relations.map((one, at) => ({ id: `r${at}`, from: `s${one.from}`, to: `s${one.to}` }))
  return { width, height, boxes, lines, dots: dotsOf(chain, scene, boxes) }
}

/** Enterprises as dots on a grid in the box of their segment. */
function dotsOf(chain, scene, boxes) {
  const within = new Map()
  for (const firm of chain.firms) {
    const at = scene.indexOf.get(firm.segment)
    within.set(at, [...(within.get(at) ?? []), firm])
  }
  const dots = []
  for (const [at, firms] of within) {
    const box = boxes[at]
    const across = Math.max(1, Math.ceil(Math.sqrt((firms.length * box.w) / box.h)))
    const down = Math.ceil(firms.length / across)
    firms.forEach((firm, n) =>
      dots.push({
        id: `f${dots.length}`,
        local: firm.local,
        x: box.x + (box.w * ((n % across) + 0.5)) / across,
        y: box.y + (box.h * (Math.floor(n / across) + 0.5)) / down,
        r: Math.min(box.w / across, box.h / down) * 0.35,
      }),
    )
  }
  return dots
}
