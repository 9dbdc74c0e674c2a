import { describe, expect, it } from 'vitest'
import { boardLayout } from '../layout/board'
import { pathOf } from '../scene'
import { madeScene } from '../testing/made'
import { dropAt, shifted, siblingsOf } from './drop'

const scene = madeScene(21, 60, 40, 3)
const layout = boardLayout(scene, 1.4)
const chip = layout.places.findIndex(
  (one, at) => one?.as === 'chip' && (scene.segments[at]?.parent ?? -1) >= 0,
)
const box = layout.places[chip]!

describe('a dragged segment', () => {
  it('goes before or after the chip it is held over', () => {
    const { parent, layer } = scene.segments[chip]!
    const beside = siblingsOf(scene, parent, layer)
    const other = layout.places.length - 1 === chip ? 0 : layout.places.length - 1
    const right = dropAt(scene, layout, other, box.x + box.w - 4, box.y + 4)
    expect(right).toMatchObject({ parent, after: chip })
    const left = dropAt(scene, layout, other, box.x + 2, box.y + 4)
    if (left) expect(left.after).toBe(beside[beside.indexOf(chip) - 1] ?? -1)
  })
  it('never goes into itself', () => {
    for (let x = 0; x < layout.width; x += 31)
      for (let y = 0; y < layout.height; y += 29)
        for (const dragged of scene.roots) {
          const drop = dropAt(scene, layout, dragged, x, y)
          if (drop && drop.parent >= 0) expect(pathOf(scene, drop.parent)).not.toContain(dragged)
        }
  })
  it('goes nowhere outside the board', () => expect(dropAt(scene, layout, chip, -50, -50)).toBeUndefined())
})

it('the keys move a segment among its siblings and back', () => {
  const parent = scene.segments.findIndex((one) => one.children.length >= 3)
  const [first = -1, second = -1, third = -1] = scene.segments[parent]!.children
  expect(shifted(scene, first, 'earlier')).toBeUndefined()
  expect(shifted(scene, second, 'earlier')).toMatchObject({ parent, after: -1 })
  expect(shifted(scene, third, 'earlier')).toMatchObject({ parent, after: first })
  expect(shifted(scene, first, 'later')).toMatchObject({ parent, after: second })
  expect(shifted(scene, first, 'out')).toMatchObject({ after: parent })
  expect(shifted(scene, scene.roots[0]!, 'out')).toBeUndefined()
})
