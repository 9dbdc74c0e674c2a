import type { FieldInfo } from '@/data/kinds'
import { nameOfCode } from '@/data/codes'
import {
  absentOf,
  isArea,
  isBlank,
  isDated,
  isMoney,
  isNum,
  madeOf,
  markOf,
  type AreaUnit,
  type Money,
} from '@/data/value'
import { language, t, tOr } from '@/words'
import { atLeast, fixed, grouped, magnitude, rounded, shift, trimmed } from './decimal'
import { choiceLabel } from './labels'
import { moneyPower } from './read'

/** Names of records that references point to. */
export type Names = Record<string, { title: string } | undefined>

const zh = () => language() === 'zh-CN'

/** The power of ten an amount is best shown in. */
function fitting(amount: string): number {
  const digits = magnitude(amount)
  // 亿元 only where two decimals say it all; otherwise 万元 is easier to read.
  if (zh()) return digits > 8 && fixed(shift(amount, -8), 2) ? 8 : digits > 4 ? 4 : 0
  return digits > 9 && fixed(shift(amount, -9), 2) ? 9 : digits > 6 ? 6 : 0
}

function withCurrency(number: string, power: number, currency: string): string {
  const unit = t(`ui.money.power_${power}`)
  if (zh()) return `${number} ${unit}${currency === 'CNY' ? '元' : tOr(`currency.${currency}`, currency)}`
  return `${currency} ${number}${unit ? ` ${unit}` : ''}`
}

/** An amount with its best unit: 1.2 亿元, 500 万美元, CNY 120 m. */
export function moneyText(value: Money): string {
  const power = fitting(value.high ?? value.amount)
  const one = (amount: string) => grouped(trimmed(shift(amount, -power)))
  const number = value.high ? `${one(value.amount)}–${one(value.high)}` : one(value.amount)
  return withCurrency(number, power, value.currency)
}

/** An amount in the unit of its column; another currency is named. */
export function moneyCell(value: Money): string {
  const one = (amount: string) => grouped(atLeast(shift(amount, -moneyPower()), value.high ? 0 : 2))
  const number = value.high ? `${one(value.amount)}–${one(value.high)}` : one(value.amount)
  return value.currency === 'CNY' ? number : `${value.currency} ${number}`
}

/** How many decimals an amount shows in its column; a range stands in line with nothing. */
export function moneyPlaces(cell: string): number {
  const point = cell.lastIndexOf('.')
  return point < 0 || cell.includes('–') ? 0 : cell.length - point - 1
}

/** Blanks as wide as figures after an amount, so that the points of a column with so many places stand in line. */
export function moneyTail(cell: string, places: number): string {
  const own = moneyPlaces(cell)
  return own ? '\u2007'.repeat(Math.max(0, places - own)) : ''
}

/** A total in yuan, rounded once at its unit: to 0.01 亿元, in English to the 0.001 bn that says the same. */
export function sumText(yuan: string): string {
  const digits = magnitude(yuan)
  const large = zh() ? 8 : 9
  const power = digits > large ? large : digits > 4 && zh() ? 4 : digits > 6 && !zh() ? 6 : 0
  return withCurrency(grouped(rounded(shift(yuan, -power), power === 9 ? 3 : 2)), power, 'CNY')
}

/** A sum of numbers. */
export const numberSumText = (value: string): string => grouped(trimmed(value))

/** Square metres in a larger unit: one 亩 is 2000/3 of them. */
function largerArea(sqm: string, unit: AreaUnit): string {
  if (unit === 'hectare') return shift(sqm, -4)
  const places = sqm.split('.')[1]?.length ?? 0
  return shift(String(BigInt(shift(sqm, places)) * 15n), -places - 4)
}

/** A sum of areas, kept in square metres, rounded once at the unit that its column speaks. */
export function areaSumText(sqm: string, unit: AreaUnit = 'sqm'): string {
  if (unit !== 'sqm')
    return `${grouped(trimmed(rounded(largerArea(sqm, unit), 2)))} ${tOr(`unit.${unit}`, unit)}`
  const power = zh() && magnitude(sqm) > 5 ? 4 : 0
  const number = grouped(trimmed(rounded(shift(sqm, -power), 2)))
  return `${number} ${power ? t('ui.money.power_4') : ''}${t('ui.area.sqm')}`
}

/** A date in the precision it has. */
export function dateText(date: string): string {
  const [year = '', second, third] = date.split('-')
  if (!second) return t('ui.date.year', { year })
  if (/^[HQ]/.test(second)) return t(`ui.date.${second}`, { year })
  if (third?.startsWith('T')) return t(`ui.date.${third}`, { year, month: second })
  return date
}

/** A year is a number without separators: 2023, not 2,023. */
const isYear = (field: FieldInfo) => /(^|_)year$/.test(field.name)

/** A figure is kept by its number, and read by its name. */
const namesFigure = (kind: string, field: FieldInfo) =>
  kind === 'indicator_value' && field.name === 'indicator'

function bare(kind: string, field: FieldInfo, value: unknown, names: Names, cell: boolean): string {
  if (isMoney(value)) return cell ? moneyCell(value) : moneyText(value)
  if (isNum(value)) {
    const one = isYear(field) ? (number: string) => number : grouped
    return one(value.number) + (value.high ? `–${one(value.high)}` : '')
  }
  if (isArea(value)) {
    const high = value.high ? `–${grouped(value.high)}` : ''
    return `${grouped(value.area)}${high} ${tOr(`unit.${value.unit}`, value.unit)}`
  }
  if (isDated(value)) return dateText(value.date)
  const made = madeOf(value)
  if (made !== undefined) return made
  if (typeof value === 'boolean') return value ? t('ui.yes') : t('ui.no')
  if (Array.isArray(value)) {
    const names = field.codes_of ? value.map((one) => nameOfCode(field.codes_of, String(one))) : value
    return names.join(zh() ? '、' : ', ')
  }
  if (typeof value !== 'string') return JSON.stringify(value)
  if (field.shape === 'ref') return names[value]?.title ?? t('ui.ref.unknown')
  if (field.shape === 'choice') return choiceLabel(kind, field, value)
  return namesFigure(kind, field) ? tOr(`figure.${value}.name`, value) : value
}

/** The text of a value without its mark; empty where blank. */
export function valueText(
  kind: string,
  field: FieldInfo,
  value: unknown,
  names: Names,
  cell = false,
): string {
  if (isBlank(value)) return ''
  const absent = absentOf(value)
  return absent ? tOr(`absent.${absent}`, absent) : bare(kind, field, value, names, cell)
}

/** The mark of a value as a word; a range shows itself and needs none. */
export function markText(value: unknown): string {
  const mark = markOf(value)
  return mark && mark !== 'range' ? t(`ui.mark.${mark}`) : ''
}

/** Mark and value, as one text. */
export function fullText(kind: string, field: FieldInfo, value: unknown, names: Names, cell = false): string {
  return [markText(value), valueText(kind, field, value, names, cell)].filter(Boolean).join(' ')
}

function moneyTyped(amount: string): string {
  const power = fitting(amount)
  const units: Record<number, string> = zh() ? { 8: '亿', 4: '万', 0: '元' } : { 9: 'bn', 6: 'm', 0: '元' }
  return trimmed(shift(amount, -power)) + (units[power] ?? '')
}

/** The text a value is edited as; reading it again gives the same value. */
export function typedText(kind: string, field: FieldInfo, value: unknown, names: Names): string {
  if (isBlank(value) || absentOf(value)) return valueText(kind, field, value, names)
  const mark = markText(value)
  if (isMoney(value)) {
    const number = value.high
      ? `${moneyTyped(value.amount)}-${moneyTyped(value.high)}`
      : moneyTyped(value.amount)
    return mark + number + (value.currency === 'CNY' ? '' : ` ${value.currency}`)
  }
  if (isNum(value)) return mark + value.number + (value.high ? `-${value.high}` : '')
  if (isArea(value)) {
    const unit = t(`ui.area.${value.unit}`)
    return `${mark}${value.area}${value.high ? `-${value.high}` : ''}${unit}`
  }
  if (namesFigure(kind, field)) return String(value)
  if (isDated(value)) return mark + (zh() && /-[HQT]/.test(value.date) ? dateText(value.date) : value.date)
  return valueText(kind, field, value, names)
}
