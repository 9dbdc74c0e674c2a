import { fixed, isDecimal, magnitude, shift } from '../decimal'
import { spoken } from './spoken'
import { folded, read, takeMark, takeRange, unread, type Reading } from './text'

const CURRENCIES: [RegExp, string][] = [
  [/人民币|cny|rmb|[¥￥]/gi, 'CNY'],
  [/美元|美金|usd|us\$/gi, 'USD'],
  [/港元|港币|hkd|hk\$/gi, 'HKD'],
  [/欧元|eur|€/gi, 'EUR'],
  [/日元|jpy/gi, 'JPY'],
  [/英镑|gbp|£/gi, 'GBP'],
  [/新加坡元|新元|sgd/gi, 'SGD'],
  [/韩元|krw/gi, 'KRW'],
  [/新台币|twd/gi, 'TWD'],
]

const UNITS: [RegExp, number][] = [
  [/^(亿元?|hundred million)$/i, 8],
  [/^(千万元?)$/, 7],
  [/^(百万元?|million|mn|m)$/i, 6],
  [/^(万元?|w)$/i, 4],
  [/^(千元?|k|thousand)$/i, 3],
  [/^(bn|b|billion)$/i, 9],
  [/^(元)$/, 0],
]

/** The largest amount that a file holds, in cents. */
const MOST = 2n ** 63n - 1n

/** A bare number of this many whole digits cannot be meant in 万元 or millions: it is in yuan. */
const SURELY_YUAN = 7

interface Part {
  digits: string
  power?: number
}

function part(text: string): Part | undefined {
  const match = /^(-?[\d,.]+)\s*(.*)$/.exec(text.trim())
  const digits = match?.[1]?.replace(/,/g, '') ?? ''
  const unit = match?.[2]?.trim() ?? ''
  if (match && isDecimal(digits)) {
    if (!unit) return { digits }
    const found = UNITS.find(([pattern]) => pattern.test(unit))
    if (found) return { digits, power: found[1] }
  }
  const said = spoken(text)
  return said === undefined ? undefined : { digits: said, power: 0 }
}

/** An amount that fits, or why it does not. */
function fitting(amount: string | undefined): Reading | undefined {
  if (amount === undefined) return unread('cents')
  return BigInt(amount.replace(/[-.]/g, '')) > MOST ? unread('too_large') : undefined
}

/**
 * Reads an amount: "1200万", "1.2亿", "三千万", "约3000万", "3亿多", "0.5-1亿", "500万美元", "USD 5m".
 * A number without a unit is in the unit of the column, `bare` being its power of ten.
 */
export function readMoney(typed: string, bare: number): Reading {
  let text = folded(typed)
  let currency = 'CNY'
  for (const [pattern, code] of CURRENCIES) {
    if (!text.match(pattern)) continue
    text = text.replace(pattern, '').trim()
    currency = code
    break
  }
  const { rest, mark } = takeMark(text)
  const range = takeRange(rest)
  const high = range ? part(range[1]) : undefined
  const low = part(range ? range[0] : rest)
  if (!low || (range && !high)) return unread('money')
  const power = (one: Part, other?: Part) =>
    one.power ?? other?.power ?? (magnitude(one.digits) >= SURELY_YUAN ? 0 : bare)
  const amount = fixed(shift(low.digits, power(low, high)), 2)
  const bad = fitting(amount)
  if (bad || amount === undefined) return bad ?? unread('cents')
  if (!high) return read({ amount, currency, ...(mark ? { mark } : {}) })
  const top = fixed(shift(high.digits, power(high)), 2)
  const over = fitting(top)
  if (over || top === undefined) return over ?? unread('cents')
  if (Number(top) < Number(amount)) return unread('range')
  return read({ amount, currency, mark: 'range', high: top })
}
