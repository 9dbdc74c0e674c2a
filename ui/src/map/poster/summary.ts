import { drawSign } from '../draw/sign'
import type { Measure } from '../draw/surface'
import { LAYERS, STATES, type Scene } from '../scene'
import { footOf } from './board'
import { Pen } from './pen'
import type { Request, Sheet } from './request'
import { gapTable, heading, parksHigh, parkTable, targetTable } from './tables'
import { completeText, percent, type Say } from './words'

/** A4 upright; one pixel is 0.21 mm, so letters of 15 are 9 points. */
const SIZE = { width: 1000, height: 1414 }
const LEFT = 60

/** A chain on one page: how complete it is, ten gaps, ten targets, the parks to visit. */
export function summary(scene: Scene, title: string, request: Request, say: Say, measure: Measure): Sheet {
  const { width, height } = SIZE
  const foot = footOf(scene, say)
  const pen = new Pen(width, height, title, foot, measure, request.dark)
  const { palette } = pen
  const room = width - 2 * LEFT
  pen.ground()
  pen.line(LEFT, 72, title, { size: 34, colour: palette.ink, bold: true }, room, 56)
  pen.line(LEFT, 116, completeText(say, scene.whole, false), { size: 15, colour: palette.ink2 }, room)
  let y = completeness(pen, scene, 146, room, say)
  y = heading(pen, LEFT, y + 14, say('ten_gaps'), 19)
  y = gapTable(pen, [LEFT, y, room, 15], request.gaps.slice(0, 10), say)
  y = heading(pen, LEFT, y + 14, say('ten_targets'), 19)
  y = targetTable(pen, [LEFT, y, room, 15], request.targets.slice(0, 10), say)
  y = heading(pen, LEFT, y + 14, say('parks_to_visit'), 19)
  let rows = Math.min(10, request.parks.length)
  while (rows > 1 && y + parksHigh(15, rows) > height - 56) rows--
  parkTable(pen, [LEFT, y, room, 15], request.parks.slice(0, rows), say)
  pen.line(LEFT, height - 34, foot, { size: 13, colour: palette.ink3 }, room)
  return pen.sheet()
}

/** A line a layer: its share as a bar, and its states as signs with their counts. */
function completeness(pen: Pen, scene: Scene, top: number, room: number, say: Say): number {
  const { palette } = pen
  const present = LAYERS.filter((layer) => STATES.some((one) => scene.layers[layer].counts[one]))
  present.forEach((layer, at) => {
    const y = top + 28 * (at + 0.5)
    const { share, measured, counts } = scene.layers[layer]
    const ink = { size: 15, colour: palette.ink }
    pen.line(LEFT, y, say(`layer.${layer}`), { ...ink, bold: true }, 90)
    if (share !== undefined) {
      pen.bar(LEFT + 100, y, 220, share, palette.states.strong.mark)
      const based = measured === undefined ? '' : say('measured', { share: percent(measured) })
      pen.line(LEFT + 334, y, percent(share), { ...ink, bold: true }, 60)
      pen.line(LEFT + 390, y, based, { size: 13, colour: palette.ink3 }, 190)
    }
    STATES.filter((one) => counts[one]).forEach((state, column) => {
      const x = LEFT + room - 300 + column * 62
      drawSign(pen.on, state, x, y, 6, palette)
      pen.line(x + 14, y, String(counts[state]), ink, 40)
    })
  })
  return top + 28 * present.length
}
