import type { AreaUnit } from '@/data/value'
import { isDecimal, shift, trimmed } from '../decimal'
import { folded, read, takeMark, takeRange, unread, type Reading } from './text'

/** Reads a number, with a mark or as a range. */
export function readNumber(typed: string): Reading {
  const { rest, mark } = takeMark(folded(typed).replace(/,/g, ''))
  const range = takeRange(rest)
  if (range) {
    if (!isDecimal(range[0]) || !isDecimal(range[1])) return unread('number')
    if (Number(range[1]) < Number(range[0])) return unread('range')
    return read({ number: trimmed(range[0]), mark: 'range', high: trimmed(range[1]) })
  }
  if (!isDecimal(rest)) return unread('number')
  return read({ number: trimmed(rest), ...(mark ? { mark } : {}) })
}

const UNITS: [RegExp, AreaUnit, number][] = [
  [/^(亩|mu)$/i, 'mu', 0],
  [/^万亩$/, 'mu', 4],
  [/^(㎡|m2|m²|平|平米|平方米|sqm|sq m)$/i, 'sqm', 0],
  [/^(万㎡|万m2|万平|万平米|万平方米)$/i, 'sqm', 4],
  [/^(公顷|ha|hectares?)$/i, 'hectare', 0],
]

function part(text: string) {
  const match = /^([\d,.]+)\s*(.*)$/.exec(text.trim())
  const digits = match?.[1]?.replace(/,/g, '') ?? ''
  if (!match || !isDecimal(digits)) return undefined
  const word = match[2]?.trim() ?? ''
  const unit = UNITS.find(([pattern]) => pattern.test(word))
  if (word && !unit) return undefined
  return { digits, unit }
}

/** Reads an area in 亩, ㎡ or 公顷; without a unit in the unit the field had before. */
export function readArea(typed: string, before: AreaUnit = 'mu'): Reading {
  const { rest, mark } = takeMark(folded(typed))
  const range = takeRange(rest)
  const low = part(range ? range[0] : rest)
  const high = range ? part(range[1]) : undefined
  if (!low || (range && !high)) return unread('area')
  const [, unit, power] = high?.unit ?? low.unit ?? [undefined, before, 0]
  const area = trimmed(shift(low.digits, low.unit?.[2] ?? power))
  if (!high) return read({ area, unit, ...(mark ? { mark } : {}) })
  return read({ area, unit, mark: 'range', high: trimmed(shift(high.digits, power)) })
}
