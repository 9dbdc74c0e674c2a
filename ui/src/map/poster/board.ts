import { drawSheet, LARGEST } from '../draw/sheet'
import type { Chip } from '../draw/board'
import { MOSAIC, SIGN, type Detail } from '../draw/lod'
import type { Measure } from '../draw/surface'
import { aspectOf, boardLayout, type Layout } from '../layout/board'
import type { Scene } from '../scene'
import { Pen } from './pen'
import type { Request, Sheet } from './request'
import { boardWords, completeText, type Say } from './words'

/**
 * The width of a sheet in pixels of its own. Smaller sheets have fewer, so that letters stay large enough
 * to be read: names are 6 mm high on A0 and 2 mm on A4.
 */
const WIDTHS = { a0: 2300, a1: 1900, a2: 1700, a3: 1500, a4: 1300 } as const
export type Paper = keyof typeof WIDTHS
/** The fewest pixels: title and legend stand whole in them. */
const FEWEST = 800
/** Width by height of paper of the A series. */
const PAPER = Math.SQRT2

/** The smallest letters of names on paper, in pixels of a sheet. */
const LEAST = 7
/** What stays free right of a name on paper, in pixels of a sheet. */
const EDGE = 4
/** How many gaps carry their number. */
export const PINS = 12
/** Narrower chips cut their names, whose letters are 10 points at least on a slide. */
export const READABLE = 74
/** So large a part of all names may be cut on a poster; on an overview of slides none. */
const MANY = 0.04

/** What stands at the foot of every sheet. */
export function footOf(scene: Scene, say: Say): string {
  return [say('day', { day: scene.day }), say('sources'), say('formula', { version: scene.formula })].join(
    ' · ',
  )
}

/** What the words above and below a board take of the height of a sheet, in pixels. */
export const AROUND = 110

interface Size {
  width: number
  height: number
}

/** A board on a sheet of a given size. */
export function boardSheet(
  scene: Scene,
  title: string,
  size: Size,
  request: Request,
  say: Say,
  measure: Measure,
  many = MANY,
): Sheet {
  const layout = boardLayout(scene, aspectOf(size.width, size.height - AROUND))
  const draw = drawn(scene, layout, title, size, request, say, measure)
  let sheet = draw()
  // Half of a name tells more than a sign, as long as it is not of a few letters.
  const chip = layout.chip.w * Math.min(size.width / layout.width, (size.height - AROUND) / layout.height)
  if (chip >= READABLE) return sheet
  for (const most of [SIGN, MOSAIC] as const) if (sheet.cut > scene.segments.length * many) sheet = draw(most)
  return sheet
}

/** What draws a layout on sheets of a size, in so much detail at the most, each segment as `chip` draws it. */
export function drawn(
  scene: Scene,
  layout: Layout,
  title: string,
  size: Size,
  request: Request,
  say: Say,
  measure: Measure,
): (most?: Detail, chip?: Chip) => Sheet {
  const note = completeText(say, scene.whole, false)
  const foot = footOf(scene, say)
  const pins = say('pins', { count: PINS })
  const words = { title, note, foot, local: say('local'), target: say('target'), pins }
  return (most, chip) => {
    const pen = new Pen(size.width, size.height, title, `${note}. ${foot}`, measure, request.dark)
    const looks = {
      palette: pen.palette,
      words: boardWords(say),
      letters: pen.letters,
      least: LEAST,
      edge: EDGE,
    }
    const options = { ...looks, colourBy: 'state' as const, relations: false, pins: PINS }
    drawSheet(pen.on, scene, layout, size, words, options, most, chip)
    return pen.sheet()
  }
}

/** The whole, or the part asked for, on one sheet of paper. */
export function poster(
  scene: Scene,
  title: string,
  paper: Paper,
  request: Request,
  say: Say,
  measure: Measure,
): Sheet {
  const wide = WIDTHS[paper]
  const layout = boardLayout(scene, aspectOf(wide, wide / PAPER - AROUND))
  const scale = Math.min(wide / layout.width, (wide / PAPER - AROUND) / layout.height)
  // A few segments would stand small in an empty sheet: one of fewer pixels shows them, and all words, larger.
  const width = Math.round(Math.max(Math.min(wide, FEWEST), Math.min(wide, (wide * LARGEST) / scale)))
  return boardSheet(scene, title, { width, height: Math.round(width / PAPER) }, request, say, measure)
}
