import { isDated, isMoney, isNum, markOf, type Value } from '@/data/value'
import { shift, trimmed, magnitude } from '@/fields/decimal'
import { moneyPower } from '@/fields/read'
import { fullText, typedText } from '@/fields/show'
import type { FieldInfo } from '@/data/kinds'
import type { Row } from '@/data/rows'
import { writeHtml, writeTsv, type OutCell } from '@/kit/grid/clip'
import type { GridRange } from '@/kit/grid/types'
import { t } from '@/words'
import { fieldAt, type Sheet } from './sheet'

/** A value as a grid of ours hands it to another: with all that a text would lose. */
export interface OwnValue {
  kind: string
  field: string
  shape: FieldInfo['shape']
  target?: string
  value: Value
}

/** From this many digits on, a bare amount would be read as yuan; it is copied with its unit. */
const NEEDS_UNIT = 7

function numberOf(value: Value): string | undefined {
  if (markOf(value)) return undefined
  if (isNum(value)) return value.number
  if (!isMoney(value) || value.currency !== 'CNY') return undefined
  const number = trimmed(shift(value.amount, -moneyPower()))
  return magnitude(number) < NEEDS_UNIT ? number : undefined
}

function out(sheet: Sheet, field: FieldInfo, row: Row): OutCell {
  const value = (row.values[field.name] ?? null) as Value
  if (value === null) return { text: '' }
  const number = numberOf(value)
  const own: OwnValue = {
    kind: sheet.kind,
    field: field.name,
    shape: field.shape,
    target: field.target,
    value,
  }
  const large = isMoney(value) && number === undefined
  const text = large
    ? typedText(sheet.kind, field, value, sheet.rows.names)
    : fullText(sheet.kind, field, value, sheet.rows.names, true)
  return {
    text,
    own: JSON.stringify(own),
    ...(number === undefined ? {} : { number }),
    ...(isDated(value) && /^\d{4}-\d\d-\d\d$/.test(value.date) && !value.mark ? { free: true } : {}),
  }
}

/** Marked cells as text and as HTML. */
export interface Copied {
  text: string
  html: string
  cells: number
}

/** What a column is called where it stands alone: "合同总投资（万元）". */
function heading({ title, unit }: Sheet['columns'][number]): OutCell {
  return { text: unit ? t('ui.grid.heading', { title, unit }) : title }
}

/** Writes the cells of these rows and columns for the clipboard, under their headings where those are asked for. */
export function copied(sheet: Sheet, range: GridRange, rows: Row[], headed = false): Copied {
  const fields = Array.from({ length: range.right - range.left + 1 }, (_, at) =>
    fieldAt(sheet, range.left + at),
  )
  const cells = rows.map((row) => fields.map((field) => (field ? out(sheet, field, row) : { text: '' })))
  if (headed) cells.unshift(sheet.columns.slice(range.left, range.right + 1).map(heading))
  return {
    text: writeTsv(cells.map((row) => row.map((cell) => cell.text))),
    html: writeHtml(cells),
    cells: rows.length * fields.length,
  }
}
