import type { FieldInfo } from '@/data/kinds'
import type { Made, Value } from '@/data/value'
import { isDecimal } from '@/fields/decimal'
import { readField } from '@/fields/read'
import type { ClipCell } from '@/kit/grid/clip'
import { t } from '@/words'
import type { OwnValue } from './copy'

/** What a pasted cell was read as, or the sentence that says why it could not be. */
export type CellReading = { ok: true; value: Value } | { ok: false; why: string }

/** What a name in a pasted cell means, by kind and name: the records that have it, or one to be made. */
export type Meant = (target: string, title: string) => string[] | Made

const FIGURES: FieldInfo['shape'][] = ['money', 'number', 'area']
/** A spreadsheet shows this where a column is too narrow, and that where a number is long. */
const HIDDEN = /^(#{2,}|-?\d(\.\d+)?E[+-]?\d+)$/i

/** What a cell shows of a formula, copied where formulas are shown. */
const FORMULA = /^\s*=/

/** Days since 1899-12-30, as spreadsheets count them, as a date. */
function fromSerial(number: string): string | undefined {
  const days = Math.floor(Number(number))
  if (!(days > 366 && days < 200_000)) return undefined
  return new Date(Date.UTC(1899, 11, 30) + days * 86_400_000).toISOString().slice(0, 10)
}

/** The text that a cell's value is best read from: the number behind it where the text hides digits. */
function bestText(field: FieldInfo, { text, number }: ClipCell): string {
  if (!number) return text
  if (field.shape === 'date') return HIDDEN.test(text) ? (fromSerial(number) ?? text) : text
  const plain = isDecimal(text.replaceAll(',', '').replaceAll(' ', ''))
  const digits = exact(number)
  if (HIDDEN.test(text)) return digits
  return FIGURES.includes(field.shape) && plain ? digits : text
}

/** A number without an exponent. */
function exact(number: string): string {
  if (isDecimal(number)) return number
  const match = /^(-?)(\d)(?:\.(\d+))?E([+-]?\d+)$/i.exec(number)
  if (!match) return number
  const [, sign = '', whole = '', part = '', power = '0'] = match
  const digits = whole + part
  const point = 1 + Number(power)
  if (point <= 0) return `${sign}0.${'0'.repeat(-point)}${digits}`
  return `${sign}${digits.slice(0, point).padEnd(point, '0')}${digits.length > point ? `.${digits.slice(point)}` : ''}`
}

/** A value copied from a grid of ours, where this field can hold it as it is. */
function ownValue(field: FieldInfo, own: string | undefined): Value | undefined {
  if (!own) return undefined
  try {
    const from = JSON.parse(own) as OwnValue
    if (from.shape !== field.shape || from.target !== field.target) return undefined
    if (field.shape === 'choice' && !field.choices?.includes(String(from.value))) return undefined
    return from.value
  } catch {
    return undefined // copied by something else that uses the same name
  }
}

/** Reads one pasted cell into a field. */
export function readCell(
  kind: string,
  field: FieldInfo,
  cell: ClipCell,
  before: Value,
  meant: Meant,
): CellReading {
  const own = ownValue(field, cell.own)
  if (own !== undefined) return { ok: true, value: own }
  const text = bestText(field, cell)
  if (field.shape === 'ref' && text.trim()) {
    const found = meant(field.target ?? '', text.trim())
    if (!Array.isArray(found)) return { ok: true, value: found }
    if (found.length === 1) return { ok: true, value: found[0]! }
    return { ok: false, why: t(found.length ? 'ui.paste.several' : 'ui.paste.unknown') }
  }
  const one = field.shape === 'text' || field.shape === 'code' ? text.replaceAll('\n', ' ') : text
  const reading = readField(kind, field, one, before)
  if (reading.ok) return reading
  return { ok: false, why: t(FORMULA.test(text) ? 'ui.paste.formula' : reading.why) }
}
