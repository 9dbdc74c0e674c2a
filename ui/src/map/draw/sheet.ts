import { STATES, type Scene } from '../scene'
import type { Layout } from '../layout/board'
import { drawBoard, prepare } from './board'
import { detailOf } from './lod'
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

/** Draws a whole sheet: title, legend, board, foot. Its size in pixels decides how much the chips show. */
export function drawSheet(
  surface: Surface,
  scene: Scene,
  layout: Layout,
  size: { width: number; height: number },
  words: SheetWords,
  options: Omit<Options, 'detail' | 'lit'>,
): void {
  const { palette, letters } = options
  const { width, height } = size
  const k = Math.min(width / layout.width, (height - HEAD - FOOT) / layout.height)
  const x = (width - layout.width * k) / 2
  const y = HEAD + (height - HEAD - FOOT - layout.height * k) / 2
  const all: Options = { ...options, detail: detailOf(layout.chip.w * k), lit: undefined }
  drawBoard(surface, prepare(scene, layout), { x, y, k, width, height }, all)
  const left = Math.max(18, x + 18 * k)
  surface.text(left, 28, words.title, { size: 26, colour: palette.ink, bold: true })
  surface.text(left, 57, letters.line(words.note, 14, false, width * 0.5), { size: 14, colour: palette.ink2 })
  drawLegend(surface, width - left, 30, words, all)
  surface.text(left, height - FOOT / 2, letters.line(words.foot, 12, false, width - 2 * left), {
    size: 12,
    colour: palette.ink3,
  })
}

/** The signs with their names, from the right edge to the left. */
function drawLegend(surface: Surface, right: number, y: number, words: SheetWords, options: Options): void {
  const { palette, letters } = options
  const size = 13
  let x = right
  const put = (text: string, mark: (x: number) => void) => {
    const wide = letters.measure(text, size, false)
    surface.text(x - wide, y, text, { size, colour: palette.ink2 })
    mark(x - wide - 14)
    x -= wide + 40
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
