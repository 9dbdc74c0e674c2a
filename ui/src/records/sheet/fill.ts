import type { FieldInfo } from '@/data/kinds'
import { sameValue, type Value } from '@/data/value'
import { joined, rowsOf } from '@/kit/grid/range'
import type { GridRange } from '@/kit/grid/types'
import { t } from '@/words'
import { fieldAt, type Plan, type PlannedRow, type Sheet } from './sheet'

/** Whether a value of one field can stand in another. */
function fits(one: FieldInfo, other: FieldInfo): boolean {
  return (
    one.shape === other.shape &&
    one.target === other.target &&
    (one.shape !== 'choice' || one.choices?.join() === other.choices?.join())
  )
}

/** Works out what filling `to` with the values of `from` would change; it goes on from the nearest edge. */
export async function planFill(sheet: Sheet, from: GridRange, to: GridRange): Promise<Plan> {
  const sources = await sheet.rows.between(from.top, from.bottom)
  const targets = await sheet.rows.between(to.top, to.bottom)
  const plan: Plan = { intent: 'fill', rows: [], refused: [], range: joined(from, to) }
  const along = to.left > from.right || to.right < from.left
  const up = to.bottom < from.top
  targets.forEach(({ at, row }, index) => {
    const place = along ? index : up ? targets.length - 1 - index : index
    const turn = place % Math.max(1, sources.length)
    const source = along ? row : sources[up ? sources.length - 1 - turn : turn]?.row
    const planned: PlannedRow = { at, row, values: {} }
    for (let col = to.left; col <= to.right; col++) {
      const wide = from.right - from.left + 1
      const step = to.right < from.left ? wide - 1 - ((to.right - col) % wide) : (col - to.left) % wide
      const [source_field, field] = [fieldAt(sheet, along ? from.left + step : col), fieldAt(sheet, col)]
      if (!field || !source_field || !source) continue
      const value = (source.values[source_field.name] ?? null) as Value
      if (!fits(source_field, field))
        plan.refused.push({ at, field: field.name, text: '', why: t('ui.paste.other_shape') })
      else if (!sameValue(row.values[field.name] ?? null, value)) planned.values[field.name] = value
    }
    if (Object.keys(planned.values).length) plan.rows.push(planned)
  })
  return plan
}

/** Works out what clearing the marked cells would change. */
export async function planClear(sheet: Sheet, range: GridRange): Promise<Plan> {
  const plan: Plan = { intent: 'clear', rows: [], refused: [], range }
  for (const { at, row } of await sheet.rows.between(range.top, range.bottom)) {
    const planned: PlannedRow = { at, row, values: {} }
    for (let col = range.left; col <= range.right; col++) {
      const field = fieldAt(sheet, col)
      if (field && !sameValue(row.values[field.name] ?? null, null)) planned.values[field.name] = null
    }
    if (Object.keys(planned.values).length) plan.rows.push(planned)
  }
  return plan
}

/** Whether so many cells are meant that they must be counted before anything is fetched. */
export const cellsMeant = (range: GridRange): number => rowsOf(range) * (range.right - range.left + 1)
