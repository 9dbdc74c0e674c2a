import { fixed, isDecimal, shift, trimmed } from '../decimal'

/** What is written so that nobody can alter it, and other ways to write the same. */
const PLAIN: Record<string, string> = {
  ...{ 〇: '零', 两: '二', 壹: '一', 贰: '二', 叁: '三', 肆: '四', 伍: '五', 陆: '六', 柒: '七' },
  ...{ 捌: '八', 玖: '九', 拾: '十', 佰: '百', 仟: '千', 萬: '万', 億: '亿' },
}
const DIGITS = '零一二三四五六七八九'
const WITHIN: Record<string, number> = { 十: 1, 百: 2, 千: 3 }
const LARGE: Record<string, number> = { 万: 4, 亿: 8 }
const PLACES = 4

const scaled = (digits: string, power: number) => {
  const text = fixed(shift(digits, power), PLACES)
  return text === undefined ? undefined : BigInt(text.replace('.', ''))
}

/**
 * An amount as it is said, in yuan: "三千万", "壹亿元", "两个亿", "2千5百万", "1亿2千万". Undefined where it is none,
 * or where the last digit has no unit of its own ("一亿五").
 */
export function spoken(typed: string): string | undefined {
  const text = typed.replace(/个(?=[万亿萬億])|[元圆整正,\s]/g, '').replace(/./g, (one) => PLAIN[one] ?? one)
  const tokens = text.match(/[\d.]+|[零一二三四五六七八九]|[十百千]|[万亿]/g) ?? []
  if (tokens.join('') !== text || !/[万亿]$/.test(text)) return undefined
  let [total, section] = [0n, 0n]
  let number: string | undefined
  let [within, large] = [4, 9]
  for (const token of tokens) {
    if (token in WITHIN) {
      const power = WITHIN[token] ?? 0
      // Ten alone is a number; a hundred alone is not.
      if (power >= within || (number === undefined && power > 1)) return undefined
      const sum = scaled(number ?? '1', power)
      if (sum === undefined) return undefined
      section += sum
      within = power
      number = undefined
    } else if (token in LARGE) {
      const power = LARGE[token] ?? 0
      const rest = number === undefined ? 0n : scaled(number, 0)
      if (power >= large || rest === undefined || section + rest === 0n) return undefined
      total += (section + rest) * 10n ** BigInt(power)
      section = 0n
      large = power
      within = 4
      number = undefined
    } else if (token !== '零') {
      const digits = DIGITS.includes(token) ? String(DIGITS.indexOf(token)) : token
      if (number !== undefined || !isDecimal(digits)) return undefined
      number = digits
    }
  }
  return trimmed(shift(total.toString(), -PLACES))
}
