import { MOST_CELLS, TooManyCells, type Block } from './block'
import { readHtml } from './html'
import { estimate, readTsv } from './tsv'

export { MOST_CELLS, TooManyCells, type Block, type ClipCell } from './block'
export { writeHtml, type OutCell } from './html'
export { writeTsv } from './tsv'

/** What a clipboard brings: its two forms, either may be empty. */
export interface Clip {
  text: string
  html: string
}

/**
 * Reads what was copied. A table in HTML knows more than the text (merged cells, hidden digits), but is
 * slow to take apart; so the text is counted first.
 *
 * @throws {TooManyCells} where it has more cells than can be taken.
 */
export function readClip({ text, html }: Clip): Block {
  const cells = estimate(text)
  if (cells > MOST_CELLS) throw new TooManyCells(cells)
  return readHtml(html) ?? readTsv(text)
}
