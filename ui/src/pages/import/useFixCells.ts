import { say, warn } from '@/data/notices'
import { MOST_CELLS, readClip, TooManyCells, writeTsv, type ClipCell } from '@/kit/grid/clip'
import { cellsOf, colsOf, covered, rowsOf } from '@/kit/grid/range'
import type { GridCell, GridRange } from '@/kit/grid/types'
import { numberText } from '@/words'
import type { useFixing } from './useFixing'

type Fixing = ReturnType<typeof useFixing>

/** Where a column is too narrow, a spreadsheet shows crosses in place of its number. */
const textIn = ({ text, number }: ClipCell): string => (/^#+$/.test(text) && number ? number : text)
/** What stands again and again, from its beginning. */
const turn = (at: number, first: number, count: number): number =>
  first + ((((at - first) % count) + count) % count)

function cellsIn({ top, bottom, left, right }: GridRange): GridCell[] {
  const rows = Array.from({ length: bottom - top + 1 }, (_, at) => top + at)
  return rows.flatMap((row) => Array.from({ length: right - left + 1 }, (_, at) => ({ row, col: left + at })))
}

/** What is done with many cells of a file's rows at once; each is one step. */
export function useFixCells({ textOf, put, count, columns }: Fixing, mark: (range: GridRange) => void) {
  const same = (cells: GridCell[], text: string) => put(cells.map((cell) => ({ cell, text })))

  function paste(event: ClipboardEvent, range: GridRange): void {
    const read = (kind: string) => event.clipboardData?.getData(kind) ?? ''
    const clip = { text: read('text/plain'), html: read('text/html') }
    if (!clip.text && !clip.html) return say('ui.paste.empty')
    try {
      const block = readClip(clip)
      const [rows, cols] = [block.length, block[0]?.length ?? 0]
      const area = covered(range, rows, cols)
      const all = cellsIn(area)
      const inside = all.filter(({ row, col }) => row < count.value && col < columns.value.length)
      put(
        inside.flatMap((cell) => {
          const from = block[(cell.row - area.top) % rows]?.[(cell.col - area.left) % cols]
          return from && !from.beyond ? { cell, text: textIn(from) } : []
        }),
      )
      mark(area)
      const beyond = all.length - inside.length
      if (beyond) warn('ui.wizard.paste_beyond', { count: numberText(beyond) })
    } catch (thrown) {
      if (!(thrown instanceof TooManyCells)) throw thrown
      warn('ui.paste.too_many', { count: numberText(thrown.cells), most: numberText(MOST_CELLS) })
    }
  }
  return {
    copy(event: ClipboardEvent, range: GridRange, cut: boolean): void {
      const rows = Array.from({ length: rowsOf(range) }, (_, at) =>
        cellsIn({ ...range, top: range.top + at, bottom: range.top + at }).map(textOf),
      )
      event.clipboardData?.setData('text/plain', writeTsv(rows))
      say('ui.paste.copied', { count: numberText(cellsOf(range)) })
      if (cut) same(cellsIn(range), '')
    },
    paste,
    clear: (range: GridRange): void => same(cellsIn(range), ''),
    spread: (text: string, range: GridRange): void => same(cellsIn(range), text),
    fill(from: GridRange, to: GridRange): void {
      const source = ({ row, col }: GridCell) => ({
        row: turn(row, from.top, rowsOf(from)),
        col: turn(col, from.left, colsOf(from)),
      })
      put(cellsIn(to).map((cell) => ({ cell, text: textOf(source(cell)) })))
    },
  }
}
