/** Exact decimal text; amounts never pass through floating point. */

const PATTERN = /^-?\d+(\.\d+)?$/

/** Whether a text is a plain decimal number. */
export const isDecimal = (text: string): boolean => PATTERN.test(text)

/** Multiplies by a power of ten, exactly. */
export function shift(text: string, power: number): string {
  const sign = text.startsWith('-') ? '-' : ''
  const [whole = '0', part = ''] = text.replace('-', '').split('.')
  let digits = whole + part
  let point = whole.length + power
  if (point <= 0) {
    digits = '0'.repeat(1 - point) + digits
    point = 1
  }
  if (point > digits.length) digits += '0'.repeat(point - digits.length)
  const left = digits.slice(0, point).replace(/^0+(?=\d)/, '')
  const right = digits.slice(point)
  return sign + left + (right ? `.${right}` : '')
}

/** Drops zeros that say nothing after the point. */
export function trimmed(text: string): string {
  return text.includes('.') ? text.replace(/0+$/, '').replace(/\.$/, '') : text
}

/** Exactly `places` decimals, or undefined where that would lose digits. */
export function fixed(text: string, places: number): string | undefined {
  const [whole = '0', part = ''] = trimmed(text).split('.')
  if (part.length > places) return undefined
  return places ? `${whole}.${part.padEnd(places, '0')}` : whole
}

/** At least `places` decimals; more where the number has more. */
export function atLeast(text: string, places: number): string {
  return fixed(text, places) ?? trimmed(text)
}

/** Separators between thousands. */
export function grouped(text: string): string {
  const [whole = '0', part] = text.split('.')
  const left = whole.replace(/\B(?=(\d{3})+(?!\d))/g, ',')
  return part === undefined ? left : `${left}.${part}`
}

/** Number of digits before the point, for choosing a unit. */
export function magnitude(text: string): number {
  return (text.replace('-', '').split('.')[0] ?? '').replace(/^0+/, '').length
}

/** Rounds half up to `places` decimals; for totals, which are rounded once, at the end. */
export function rounded(text: string, places: number): string {
  const scaled = shift(text, places)
  const [whole = '0', part = ''] = scaled.split('.')
  const up = (part[0] ?? '0') >= '5'
  const negative = whole.startsWith('-')
  const next = BigInt(whole.replace('-', '')) + (up ? 1n : 0n)
  return shift(`${negative && next ? '-' : ''}${next}`, -places)
}
