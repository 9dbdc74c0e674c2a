/** The measures of a board, in its own units; a view scales them. */
export const SIZES = {
  chipWidth: 132,
  chipHeight: 52,
  /** How far chips may grow to fill the sheet. */
  chipWider: 1.45,
  chipTaller: 1.4,
  chipGap: 6,
  cardPad: 10,
  cardHead: 40,
  /** The size of the letters of a card's name. */
  headLetter: 26,
  /** The smallest letters of the name of a group. */
  labelLetter: 16,
  /** The line above the segments of a group within a card. */
  label: 28,
  labelGap: 4,
  /** How far the label of a deeper group stands in. */
  indent: 12,
  cardGap: 14,
  /** The widest gap between cards of a column that is not full. */
  justified: 40,
  bandPad: 14,
  bandHead: 58,
  bandGap: 22,
  margin: 18,
} as const

/** A rectangle in units of the board. */
export interface Box {
  x: number
  y: number
  w: number
  h: number
}
