/** What a map is drawn on: a canvas, or a picture as text. All numbers are pixels of the sheet. */
export interface Surface {
  /** A rectangle, its corners rounded by `radius`. */
  box: (x: number, y: number, w: number, h: number, radius: number, look: Look) => void
  disc: (x: number, y: number, radius: number, look: Look) => void
  /** Straight lines through points `x, y, x, y …`; closed where `look` fills. */
  path: (points: readonly number[], look: Look) => void
  /** One cubic curve: from, two handles, to. */
  curve: (points: readonly number[], look: Look) => void
  text: (x: number, y: number, text: string, type: Type) => void
  /** What is drawn until `open` stays within this rectangle. */
  clip: (x: number, y: number, w: number, h: number) => void
  open: () => void
  /** Strength of all that follows, 0 to 1. */
  fade: (alpha: number) => void
}

export interface Look {
  fill?: string
  /** Fine lines at 45° in this colour, over the fill. */
  hatch?: string
  stroke?: string
  width?: number
  dash?: readonly number[]
}

export interface Type {
  size: number
  colour: string
  bold?: boolean
  align?: 'start' | 'middle' | 'end'
}

/** How wide a text is. Given to the drawing, which knows no browser. */
export type Measure = (text: string, size: number, bold: boolean) => number

/** A measure for where no letters can be measured: Chinese letters are as wide as high, others about half. */
export const roughMeasure: Measure = (text, size, bold) => {
  let units = 0
  for (const letter of text) units += letter > '\u2e7f' ? 1 : letter >= 'A' && letter <= 'Z' ? 0.68 : 0.54
  return units * size * (bold ? 1.04 : 1)
}
