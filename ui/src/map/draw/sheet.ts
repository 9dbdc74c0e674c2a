import { STATES, type Scene } from '../scene'
import type { Layout } from '../layout/board'
import { drawBoard, prepare } from './board'
import { detailOf, FIRMS, type Detail } from './lod'
import { ONE } from './letters'
import type { Options } from './options'
import { drawSign, frameOf } from './sign'
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
}

/** The space the words around the board take, in pixels of the sheet. */
const HEAD = 74
const FOOT = 34
/** How far the words stand from the sheet's edge, at the most; a narrow board does not take them along. */
const MARGIN = 48
/** How much larger than life a board gets: three chips on a poster are not stretched over all of it. */
const LARGEST = 2
/** Lines for the title, and under it for the note. */
const LINES = { title: 28, note: 57 } as const
/** Room between words that stand in one line. */
const APART = 24

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
): void {
  const { palette, letters } = options
  const { width, height } = size
  const k = Math.min(width / layout.width, (height - HEAD - FOOT) / layout.height, LARGEST)
  const x = (width - layout.width * k) / 2
  const y = HEAD + (height - HEAD - FOOT - layout.height * k) / 2
  const detail = Math.min(most, detailOf(layout.chip.w * k)) as Detail
  const all: Options = { ...options, detail, lit: undefined }
  drawBoard(surface, prepare(scene, layout), { x, y, k, width, height }, all)
  const left = Math.min(Math.max(18, x + 18 * k), MARGIN)
  const room = width - 2 * left
  const signs = legend(words, all)
  // The legend stands beside the title; under it, beside the note, where both are long.
  const beside = letters.measure(words.title, 26, true) + APART + signs.width <= room
  const line = (text: string, y: number, sizes: [number, number], colour: string, wide: number) => {
    const bold = sizes[0] > 20
    const { size, lines } = letters.fit(text, sizes, bold, { width: wide, most: ONE })
    surface.text(left, y, lines[0] ?? '', { size, colour, bold })
  }
  line(words.title, LINES.title, [26, 14], palette.ink, room)
  line(words.note, LINES.note, [14, 8], palette.ink2, beside ? room : room - signs.width - APART)
  signs.draw(surface, width - left, beside ? LINES.title + 2 : LINES.note)
  line(words.foot, height - FOOT / 2, [12, 8], palette.ink3, room)
}

/** The signs with their names, from the right edge to the left. */
function legend(words: SheetWords, options: Options) {
  const { palette, letters } = options
  const size = 13
  const names = [words.target, words.local, ...STATES.map((state) => options.words.state(state))]
  const wide = (text: string) => letters.measure(text, size, false)
  const draw = (surface: Surface, right: number, y: number) => {
    let x = right
    const put = (text: string, mark: (x: number) => void) => {
      surface.text(x - wide(text), y, text, { size, colour: palette.ink2 })
      mark(x - wide(text) - 14)
      x -= wide(text) + 40
    }
    put(words.target, (at) => surface.disc(at, y, 4, { stroke: palette.target, width: 1.6 }))
    put(words.local, (at) => surface.box(at - 4, y - 4, 8, 8, 1, { fill: palette.ours }))
    for (const state of [...STATES].reverse())
      put(options.words.state(state), (at) => {
        const look = { ...frameOf(state, palette), fill: palette.states[state].fill }
        if (state === 'missing') surface.box(at - 9, y - 9, 18, 18, 3, { ...look, hatch: palette.hatch })
        else surface.box(at - 9, y - 9, 18, 18, 3, look)
        drawSign(surface, state, at, y, 4.5, palette)
      })
  }
  return { width: names.reduce((sum, name) => sum + wide(name) + 40, 0), draw }
}
