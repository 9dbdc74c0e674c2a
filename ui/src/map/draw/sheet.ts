import { STATES, type Scene } from '../scene'
import type { Layout } from '../layout/board'
import { drawBoard, prepare, type Chip } from './board'
import { detailOf, FIRMS, type Detail } from './lod'
import { ONE } from './letters'
import type { Options } from './options'
import { drawPin, drawSign, frameOf } from './sign'
import type { Surface } from './surface'

/** What stands around the board on a sheet of its own. */
export interface SheetWords {
  title: string
  /** Under the title: the layers' counts, the day. */
  note: string
  /** At the foot: sources, formula. */
  foot: string
  local: string
  target: string
  /** What the numbers on the widest gaps are. */
  pins: string
}

/** The space the words around the board take, in pixels of the sheet. */
const HEAD = 74
const FOOT = 34
/** How far the words stand from the sheet's edge, at the most; a narrow board does not take them along. */
const MARGIN = 48
/** How much larger than life a board gets: three chips on a poster are not stretched over all of it. */
export const LARGEST = 2
/** Lines for the title, and under it for the note. */
const LINES = { title: 28, note: 57 } as const
/** Letters of a title that are no larger stand in two lines, where one would be too long. */
const TWICE = 16
/** Room between words that stand in one line. */
const APART = 24
/** The size of the letters of the legend, the largest first; and of a note that can be read from afar. */
const LEGEND = [13, 12, 11, 10] as const
const NOTE = 11

/** Draws a whole sheet: title, legend, board, foot. Its size in pixels decides how much the chips show. */
export function drawSheet(
  surface: Surface,
  scene: Scene,
  layout: Layout,
  size: { width: number; height: number },
  words: SheetWords,
  options: Omit<Options, 'detail' | 'lit'>,
  /** The most chips show. */
  most: Detail = FIRMS,
  chip?: Chip,
): void {
  const { palette, letters } = options
  const { width, height } = size
  const k = Math.min(width / layout.width, (height - HEAD - FOOT) / layout.height, LARGEST)
  const x = (width - layout.width * k) / 2
  const y = HEAD + (height - HEAD - FOOT - layout.height * k) / 2
  const detail = Math.min(most, detailOf(layout.chip.w * k)) as Detail
  const all: Options = { ...options, detail, lit: undefined }
  drawBoard(surface, prepare(scene, layout), { x, y, k, width, height }, all, chip)
  const left = Math.min(Math.max(18, x + 18 * k), MARGIN)
  const room = width - 2 * left
  const pinned = scene.segments.some((one) => (one.rank ?? Infinity) <= options.pins)
  const titled = letters.measure(words.title, 26, true) + APART
  const noted = letters.measure(words.note, NOTE, false) + APART
  // The legend stands beside the title; under it, beside the note, where both are long; the smaller, the longer both.
  const made = LEGEND.map((size) => legend(words, all, size, pinned))
  const signs = made.find((one) => one.width + Math.min(titled, noted) <= room) ?? made[made.length - 1]
  if (!signs) return
  const beside = titled + signs.width <= room
  const line = (
    text: string,
    y: number,
    sizes: [number, number],
    colour: string,
    width: number,
    most: (size: number) => number = ONE,
  ) => {
    const bold = sizes[0] > 20
    const { size, lines } = letters.fit(text, sizes, bold, { width, most })
    lines.forEach((one, at) =>
      surface.text(left, y + size * 1.2 * (at - (lines.length - 1) / 2), one, { size, colour, bold }),
    )
  }
  line(words.title, LINES.title, [26, 9], palette.ink, room, (size) => (size <= TWICE ? 2 : 1))
  line(words.note, LINES.note, [14, 8], palette.ink2, beside ? room : room - signs.width - APART)
  signs.draw(surface, width - left, beside ? LINES.title + 2 : LINES.note)
  line(words.foot, height - FOOT / 2, [12, 8], palette.ink3, room)
}

/** The signs with their names in letters of a size, from the right edge to the left. */
function legend(words: SheetWords, options: Options, size: number, pinned: boolean) {
  const { palette, letters } = options
  const names = [words.target, words.local, ...(pinned ? [words.pins] : [])]
  names.push(...STATES.map((state) => options.words.state(state)))
  const wide = (text: string) => letters.measure(text, size, false)
  const [sign, apart] = [size * 1.1, size * 3]
  const draw = (surface: Surface, right: number, y: number) => {
    let x = right
    const put = (text: string, mark: (x: number) => void) => {
      surface.text(x - wide(text), y, text, { size, colour: palette.ink2 })
      mark(x - wide(text) - sign)
      x -= wide(text) + apart
    }
    put(words.target, (at) => surface.disc(at, y, 4, { stroke: palette.target, width: 1.6 }))
    put(words.local, (at) => surface.box(at - 4, y - 4, 8, 8, 1, { fill: palette.ours }))
    if (pinned) put(words.pins, (at) => drawPin(surface, 1, at, y, size * 0.6, palette))
    const half = size * 0.7
    for (const state of [...STATES].reverse())
      put(options.words.state(state), (at) => {
        const look = { ...frameOf(state, palette), fill: palette.states[state].fill }
        const hatch = state === 'missing' ? palette.hatch : undefined
        surface.box(at - half, y - half, 2 * half, 2 * half, 3, { ...look, hatch })
        drawSign(surface, state, at, y, size * 0.35, palette)
      })
  }
  return { width: names.reduce((sum, name) => sum + wide(name) + apart, 0), draw }
}
