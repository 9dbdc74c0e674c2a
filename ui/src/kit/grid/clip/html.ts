import { MOST_CELLS, squared, TooManyCells, type Block, type ClipCell } from './block'

/**
 * Reads the first table of copied HTML, as Excel, WPS, LibreOffice and browsers write it; undefined where
 * there is none. The document that is made of it is never shown, so nothing in it runs or is fetched.
 */
export function readHtml(html: string): Block | undefined {
  if (!/<table/i.test(html)) return undefined
  const table = new DOMParser().parseFromString(html, 'text/html').querySelector('table')
  if (!table) return undefined
  const rows = [...table.rows].filter((row) => row.closest('table') === table)
  const grid: ClipCell[][] = rows.map(() => [])
  let cells = 0
  rows.forEach((row, down) => {
    let across = 0
    for (const element of row.cells) {
      if (element.parentElement !== row) continue
      const line = grid[down]!
      while (line[across]) across++
      const cell = cellOf(element)
      const wide = Math.max(1, element.colSpan)
      const high = Math.min(Math.max(1, element.rowSpan), rows.length - down)
      cells += wide * high
      if (cells > MOST_CELLS) throw new TooManyCells(rows.length * Math.max(1, line.length))
      for (let below = 0; below < high; below++)
        for (let right = 0; right < wide; right++)
          grid[down + below]![across + right] = below || right ? { ...cell, merged: true } : cell
      across += wide
    }
  })
  const filled = grid.map((row) => Array.from(row, (one) => one ?? { text: '' }))
  return filled.length ? squared(filled) : undefined
}

/** Excel and WPS keep the number in `x:num`, LibreOffice in `sdval`. */
function cellOf(element: HTMLTableCellElement): ClipCell {
  const number = element.getAttribute('x:num') || element.getAttribute('sdval') || undefined
  const text = textOf(element)
  const own = element.dataset.own
  return {
    text,
    ...(number && /^-?[\d.]+(e[+-]?\d+)?$/i.test(number) ? { number } : {}),
    ...(own ? { own } : {}),
  }
}

const BREAKS = new Set(['P', 'DIV', 'LI', 'TR', 'UL', 'OL', 'H1', 'H2', 'H3', 'H4'])
const SILENT = new Set(['SCRIPT', 'STYLE', 'TEMPLATE', 'NOSCRIPT'])

/** The text of a cell as a person reads it: breaks are line breaks, the source's own white space is none. */
function textOf(element: Element): string {
  let text = ''
  const walk = (node: Node) => {
    if (node.nodeType === Node.TEXT_NODE) text += (node.nodeValue ?? '').replace(/[ \t\r\n]+/g, ' ')
    if (node.nodeType !== Node.ELEMENT_NODE) return
    const name = (node as Element).tagName.toUpperCase()
    if (SILENT.has(name)) return
    if (name === 'BR') text += '\n'
    const block = BREAKS.has(name) && text.trim() !== ''
    if (block) text += '\n'
    node.childNodes.forEach(walk)
  }
  element.childNodes.forEach(walk)
  return text
    .replaceAll('\u00a0', ' ')
    .split('\n')
    .map((line) => line.trim())
    .join('\n')
    .trim()
}

/** A line break that stays within its cell in Excel. */
const BREAK = '<br style="mso-data-placement:same-cell">'

const escaped = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')

/** One cell to be written. */
export interface OutCell {
  text: string
  /** A plain decimal number, so that spreadsheets calculate with it. */
  number?: string
  /** The text may be understood as what it looks like: a date. */
  free?: boolean
  /** Read again only by a grid of ours. */
  own?: string
}

/**
 * Writes rows as an HTML table. A text stays a text: "001" keeps its zeros, and what begins with = is no
 * formula. A number keeps all its digits.
 */
export function writeHtml(rows: OutCell[][]): string {
  const cell = ({ text, number, own, free }: OutCell) => {
    const kept = own === undefined ? '' : ` data-own="${escaped(own)}"`
    if (free) return `<td${kept}>${escaped(text)}</td>`
    return number === undefined
      ? `<td${kept} sdnum="1033;0;@" style="mso-number-format:'\\@'">${escaped(text).replaceAll('\n', BREAK)}</td>`
      : `<td${kept} x:num="${number}" sdval="${number}">${escaped(number)}</td>`
  }
  const lines = rows.map((row) => `<tr>${row.map(cell).join('')}</tr>`)
  return `<meta charset="utf-8"><table xmlns:x="urn:schemas-microsoft-com:office:excel">${lines.join('')}</table>`
}
