import { idsByTitle } from '@/data/lookups'
import type { Row } from '@/data/rows'
import { sameValue, type Value } from '@/data/value'
import type { Block, ClipCell } from '@/kit/grid/clip'
import { covered, rowsOf } from '@/kit/grid/range'
import type { GridRange } from '@/kit/grid/types'
import { numberText, t } from '@/words'
import { readCell, type Named } from './cellRead'
import type { OwnValue } from './copy'
import { fieldAt, type Plan, type PlannedRow, type RefusedCell, type Sheet } from './sheet'

/** Works out what pasting a block at the marked cells would change. */
export async function planPaste(sheet: Sheet, range: GridRange, block: Block): Promise<Plan> {
  const high = block.length
  const wide = block[0]?.length ?? 0
  const area = covered(range, high, wide)
  const there = await sheet.rows.between(area.top, area.bottom)
  const named = await names(sheet, area, block)
  const fresh = sheet.mayCreate() ? Math.max(0, rowsOf(area) - there.length) : 0
  const lost = rowsOf(area) - there.length - fresh
  const rows: PlannedRow[] = []
  const refused: RefusedCell[] = []
  const put = (index: number, at: number, row: Row | undefined) => {
    const line = block[index % high] ?? []
    const planned = readLine(sheet, area, line, at, row, named, refused)
    if (Object.keys(planned.values).length) rows.push(planned)
  }
  there.forEach(({ at, row }, index) => put(index, at, row))
  for (let more = 0; more < fresh; more++) put(there.length + more, sheet.rows.count.value + more, undefined)
  for (let more = 0; more < lost; more++) {
    const text = block[(there.length + more) % high]?.map((cell) => cell.text).join(' ') ?? ''
    refused.push({ at: area.top + there.length + more, text, why: t('ui.paste.no_row') })
  }
  const merged = block.flat().filter((cell) => cell.merged && cell.text).length
  return {
    intent: 'paste',
    rows,
    refused,
    range: { ...area, right: Math.min(area.right, sheet.columns.length - 1) },
    ...(merged ? { note: t('ui.paste.merged', { count: numberText(merged) }) } : {}),
  }
}

function readLine(
  sheet: Sheet,
  area: GridRange,
  line: ClipCell[],
  at: number,
  row: Row | undefined,
  named: Named,
  refused: RefusedCell[],
): PlannedRow {
  const values: Record<string, Value> = {}
  for (let col = area.left; col <= area.right; col++) {
    const cell = line[(col - area.left) % line.length]
    // A line that is shorter than others says nothing of what stands beyond its end.
    if (!cell || cell.beyond) continue
    const field = fieldAt(sheet, col)
    if (!field) {
      if (cell.text.trim()) refused.push({ at, text: cell.text, why: t('ui.paste.no_column') })
      continue
    }
    const before = (row?.values[field.name] ?? null) as Value
    const reading = readCell(sheet.kind, field, cell, before, named)
    if (!reading.ok) refused.push({ at, field: field.name, text: cell.text, why: reading.why })
    else if (!sameValue(before, reading.value)) values[field.name] = reading.value
  }
  return { at, row, values }
}

/** Looks up, all at once, the records that pasted names mean. */
async function names(sheet: Sheet, area: GridRange, block: Block): Promise<Named> {
  const wanted = new Map<string, Set<string>>()
  const wide = block[0]?.length ?? 0
  for (let col = area.left; col <= area.right; col++) {
    const field = fieldAt(sheet, col)
    if (field?.shape !== 'ref' || !field.target) continue
    const titles = wanted.get(field.target) ?? new Set()
    for (const line of block) {
      const cell = line[(col - area.left) % wide]
      const own = cell?.own ? (JSON.parse(cell.own) as OwnValue) : undefined
      if (cell?.text.trim() && own?.target !== field.target) titles.add(cell.text.trim())
    }
    wanted.set(field.target, titles)
  }
  const found = new Map<string, Map<string, string[]>>()
  for (const [target, titles] of wanted) found.set(target, await idsByTitle(target, [...titles]))
  for (const [target, titles] of found)
    for (const [title, ids] of titles) for (const id of ids) sheet.rows.names[id] = { kind: target, title }
  return (target, title) => found.get(target)?.get(title)
}
