import { Fitter } from '../draw/letters'
import { formsOf } from '../draw/short'
import { DARK, LIGHT, type Palette } from '../draw/palette'
import type { Measure, Surface, Type } from '../draw/surface'
import { SvgSurface } from '../surface/svg'
import type { Sheet } from './request'

/** The smallest letters in a table, in pixels of a sheet, before something is cut. */
const LEAST = 8

/** By so many pixels at the most are letters of a name smaller than its neighbours'. */
const NAMED = 2

/** The width a text takes before the next column. */
export interface Column {
  width: number
  align?: 'start' | 'end'
  bold?: boolean
  /** The size of its letters; that of the row otherwise. */
  size?: number
  /** Names of segments stand in it: told shorter before their letters become small. */
  named?: boolean
}

/** Sets text on a sheet, from the top down. */
export class Pen {
  readonly palette: Palette
  readonly letters: Fitter
  readonly surface: SvgSurface

  constructor(
    readonly width: number,
    readonly height: number,
    private readonly title: string,
    description: string,
    measure: Measure,
    dark: boolean,
  ) {
    this.palette = dark ? DARK : LIGHT
    this.letters = new Fitter(measure, formsOf)
    this.surface = new SvgSurface(width, height, title, description)
  }

  /** The paper itself. */
  ground(colour: string = this.palette.card): void {
    this.surface.box(0, 0, this.width, this.height, 0, { fill: colour })
  }

  /**
   * A text in letters as large as `type` or smaller, so that it is whole: one line, or two where they are low
   * enough for `high`; `y` is its middle.
   */
  line(x: number, y: number, text: string, type: Type, room: number, high = 0, named = false): void {
    const most = (size: number) => (size * 2.3 <= high ? 2 : 1)
    const bold = type.bold ?? false
    const place = { width: room, most }
    const { size, lines } = named
      ? this.letters.fitName([text], [type.size, type.size - NAMED], bold, place)
      : this.letters.fit(text, [type.size, Math.min(type.size, LEAST)], bold, place)
    lines.forEach((line, at) => {
      const middle = y + size * 1.12 * (at - (lines.length - 1) / 2)
      this.surface.text(x, middle, line, { ...type, size })
    })
  }

  /** As many of the texts, whole, as stand in so many lines; `rest` says how many more there are. */
  few(
    texts: readonly string[],
    joint: string,
    type: Type,
    room: number,
    most: number,
    rest?: (left: number) => string,
  ): string {
    const bold = type.bold ?? false
    // What is wider than all its lines together need not be divided into them.
    let [wide, first] = [-type.size, 0]
    while (first < texts.length && wide <= room * most)
      wide += this.letters.measure(texts[first++] ?? '', type.size, bold)
    for (let count = first; count > 0; count--) {
      const more = count < texts.length ? rest?.(texts.length - count) : undefined
      const text = [texts.slice(0, count).join(joint), more].filter(Boolean).join(' ')
      if (count === 1 || this.letters.isWhole(text, type.size, bold, room, most)) return text
    }
    return ''
  }

  /** Lines as wide as `room`; returns where the next text may begin. */
  paragraph(x: number, top: number, text: string, type: Type, room: number, most = 3): number {
    const step = type.size * 1.45
    const lines = this.letters.lines(text, type.size, type.bold ?? false, room, most)
    lines.forEach((line, at) => this.surface.text(x, top + step * (at + 0.5), line, type))
    return top + step * lines.length
  }

  /** A row of a table; `y` is its middle. */
  row(
    x: number,
    y: number,
    cells: readonly string[],
    columns: readonly Column[],
    type: Type,
    high = 0,
  ): void {
    let left = x
    cells.forEach((cell, at) => {
      const { width = 0, align = 'start', bold = type.bold, size = type.size, named } = columns[at] ?? {}
      const from = align === 'end' ? left + width : left
      this.line(from, y, cell, { ...type, align, bold, size }, width, high, named)
      left += width + type.size
    })
  }

  /** How wide the widest of some texts is. */
  widest(texts: readonly string[], size: number, bold = false): number {
    return Math.max(0, ...texts.map((text) => this.letters.measure(text, size, bold)))
  }

  /** A bar that shows a share of one. */
  bar(x: number, y: number, width: number, share: number, colour: string): void {
    this.surface.box(x, y - 4, width, 8, 4, { fill: this.palette.line })
    if (share > 0.01) this.surface.box(x, y - 4, width * Math.min(1, share), 8, 4, { fill: colour })
  }

  /** A hair line across. */
  rule(x: number, y: number, width: number): void {
    this.surface.path([x, y, x + width, y], { stroke: this.palette.line, width: 1 })
  }

  sheet(): Sheet {
    const { title: name, width, height, surface } = this
    return { name, svg: surface.toString(), width, height, cut: surface.cut }
  }

  get on(): Surface {
    return this.surface
  }
}
