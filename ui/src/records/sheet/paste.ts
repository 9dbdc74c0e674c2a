import { kindInfo } from '@/data/kinds'
import type { Row } from '@/data/rows'
import { isBlank, sameValue, type Value } from '@/data/value'
import type { Block, ClipCell } from '@/kit/grid/clip'
import { colsOf, covered, rowsOf } from '@/kit/grid/range'
import type { GridRange } from '@/kit/grid/types'
import { numberText, t } from '@/words'
import { readCell, type Meant } from './cellRead'
import { namesIn, type Named } from './named'
import { fieldAt, type Plan, type PlannedRow, type RefusedCell, type Sheet, type Way } from './sheet'

/** A line as it was read, and whether it speaks of another record than the one it would be written to. */
interface Line extends PlannedRow {
  refused: RefusedCell[]
  other: boolean
}

/**
 * Works out what pasting a block at the marked cells would change. Without a `way`, lines that all name other
 * records than those they would be written over become records of their own.
 */
export async function planPaste(sheet: Sheet, range: GridRange, block: Block, way?: Way): Promise<Plan> {
  const high = block.length
  const over = covered(range, high, block[0]?.length ?? 0)
  const named = await namesIn(sheet, over, block)
  const there = await sheet.rows.between(over.top, over.bottom)
  const create = sheet.mayCreate()
  const meant = meaning(named, way?.make ?? false)
  const read = (index: number, at: number, row?: Row) =>
    readLine(sheet, over, block[index % high] ?? [], at, row, meant)

  const written = there.map(({ at, row }, index) => read(index, at, row))
  const beyond = Math.max(0, rowsOf(over) - there.length)
  const once = rowsOf(over) === high && colsOf(over) === block[0]?.length
  const others =
    once && written.length > 0 && written.every((one) => one.other) && (colsOf(over) > 1 || beyond > 0)
  const add = create && (way?.add ?? others)
  const kept = add ? [] : written
  const end = sheet.rows.count.value
  const more = Array.from({ length: add ? high : beyond }, (_, one) => ({
    index: kept.length + one,
    at: add || create ? end + one : over.top + there.length + one,
  }))
  const lines = [
    ...kept.map((line) => whole(sheet, line)),
    ...more.map(({ index, at }) =>
      create ? whole(sheet, read(index, at)) : nowhere(block[index % high] ?? [], at),
    ),
  ]
  const merged = block.flat().filter((cell) => cell.merged && cell.text).length
  const right = Math.min(over.right, sheet.columns.length - 1)
  return {
    intent: 'paste',
    rows: lines
      .filter((one) => Object.keys(one.values).length)
      .map(({ at, row, values }) => ({ at, row, values })),
    refused: lines.flatMap((one) => one.refused),
    range: add ? { ...over, top: end, bottom: end + high - 1, right } : { ...over, right },
    choice: {
      way: { add, make: way?.make ?? false },
      over: create && written.length ? { first: over.top, count: written.length } : undefined,
      lines: high,
      missing: named.missing,
      ask: others,
      again: (next) => planPaste(sheet, range, block, next),
    },
    ...(merged ? { note: t('ui.paste.merged', { count: numberText(merged) }) } : {}),
  }
}

/** What a name stands for: the one record that has it, or one that is made with it. */
const meaning =
  (named: Named, make: boolean): Meant =>
  (target, title) => {
    const ids = named.ids(target, title)
    return make && named.missing[target]?.includes(title) ? { made: title } : ids
  }

function readLine(
  sheet: Sheet,
  area: GridRange,
  line: ClipCell[],
  at: number,
  row: Row | undefined,
  meant: Meant,
): Line {
  const read: Line = { at, row, values: {}, refused: [], other: false }
  for (let col = area.left; col <= area.right; col++) {
    const cell = line[(col - area.left) % line.length]
    // A line that is shorter than others says nothing of what stands beyond its end.
    if (!cell || cell.beyond) continue
    const field = fieldAt(sheet, col)
    if (!field) {
      if (cell.text.trim()) read.refused.push({ at, text: cell.text, why: t('ui.paste.no_column') })
      continue
    }
    const before = (row?.values[field.name] ?? null) as Value
    const reading = readCell(sheet.kind, field, cell, before, meant)
    if (!reading.ok) read.refused.push({ at, field: field.name, text: cell.text, why: reading.why })
    else if (!sameValue(before, reading.value)) read.values[field.name] = reading.value
    const changes = !reading.ok || (!isBlank(reading.value) && field.name in read.values)
    if (field.name === kindInfo(sheet.kind)?.title_field && changes) read.other = true
  }
  return read
}

/** Nothing of a line is taken that names a record nobody knows, or that would make one without a name. */
function whole(sheet: Sheet, line: Line): Line {
  const title = kindInfo(sheet.kind)?.title_field ?? 'name'
  const unread = line.refused.find((one) => one.field === title)
  if (unread) return { ...line, values: {}, refused: [{ ...unread, line: true }] }
  const unnamed = !line.row && [title, 'name'].every((field) => isBlank(line.values[field]))
  if (!unnamed || !Object.keys(line.values).length) return line
  const why = t('ui.paste.no_name')
  return { ...line, values: {}, refused: [{ at: line.at, field: title, text: '', why, line: true }] }
}

/** A line below the last row of a list that takes no new ones. */
function nowhere(cells: ClipCell[], at: number): Line {
  const text = cells.map((cell) => cell.text).join(' ')
  return { at, values: {}, refused: [{ at, text, why: t('ui.paste.no_row'), line: true }], other: false }
}
