import { MOST_CELLS, squared, TooManyCells, type Block, type ClipCell } from './block'

/**
 * Reads text as spreadsheets copy it: cells apart by tabs, rows by line breaks, and a cell that holds a
 * tab, a line break or a quote in quotes. A quote that closes nothing is an ordinary sign: Excel writes
 * `6" pipe` without any.
 */
export function readTsv(text: string): Block {
  const rows: ClipCell[][] = []
  let row: ClipCell[] = []
  let cells = 0
  let at = 0
  const end = text.length
  while (at <= end) {
    const quoted = text[at] === '"' ? closed(text, at) : undefined
    let cell: string
    if (quoted) {
      cell = quoted.text
      at = quoted.next
    } else {
      const stop = next(text, at)
      cell = text.slice(at, stop)
      at = stop
    }
    row.push({ text: cell })
    if (++cells > MOST_CELLS) throw new TooManyCells(estimate(text))
    if (text[at] === '\t') {
      at++
      continue
    }
    rows.push(row)
    row = []
    at += text[at] === '\r' && text[at + 1] === '\n' ? 2 : 1
    // The line break at the very end closes the last row and begins no other.
    if (at >= end) break
  }
  return squared(rows)
}

/** Where a plain cell ends. */
function next(text: string, from: number): number {
  let at = from
  while (at < text.length && text[at] !== '\t' && text[at] !== '\n' && text[at] !== '\r') at++
  return at
}

/** A cell in quotes, if the quote at `from` is closed right before a tab, a line break or the end. */
function closed(text: string, from: number): { text: string; next: number } | undefined {
  let at = from + 1
  for (;;) {
    const quote = text.indexOf('"', at)
    if (quote < 0) return undefined
    if (text[quote + 1] === '"') {
      at = quote + 2
      continue
    }
    const after = text[quote + 1]
    if (after !== undefined && after !== '\t' && after !== '\n' && after !== '\r') return undefined
    const inside = text
      .slice(from + 1, quote)
      .replaceAll('""', '"')
      .replaceAll('\r\n', '\n')
    return { text: inside, next: quote + 1 }
  }
}

/** About how many cells a text has, counted without taking it apart. */
export function estimate(text: string): number {
  let cells = text.endsWith('\n') ? 0 : 1
  for (let at = 0; at < text.length; at++) {
    const sign = text.charCodeAt(at)
    if (sign === 9 || sign === 10) cells++
  }
  return cells
}

/** Writes rows of texts so that every spreadsheet finds its cells again. */
export function writeTsv(rows: string[][]): string {
  const cell = (text: string) => (/[\t\n\r"]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)
  return rows.map((row) => row.map(cell).join('\t')).join('\r\n')
}
