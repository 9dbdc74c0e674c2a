import { folded, read, takeMark, unread, type Reading } from './text'

const two = (text: string) => text.padStart(2, '0')
const QUARTERS: Record<string, string> = { 一: '1', 二: '2', 三: '3', 四: '4' }
const TENS: Record<string, string> = { 上: '1', 中: '2', 下: '3' }

function day(year: string, month: string, date: string): string | undefined {
  const made = new Date(Date.UTC(Number(year), Number(month) - 1, Number(date)))
  const real = made.getUTCMonth() === Number(month) - 1 && made.getUTCDate() === Number(date)
  return real ? `${year}-${two(month)}-${two(date)}` : undefined
}

const FORMS: [RegExp, (found: string[]) => string | undefined][] = [
  [/^(\d{4})年?$/, ([year]) => year],
  [
    /^(\d{4})[\s年-]*(?:H([12])|(上|下)半年)$/i,
    ([year, half, word]) => `${year}-H${half ?? (word === '上' ? 1 : 2)}`,
  ],
  [
    /^(\d{4})[\s年-]*(?:Q([1-4])|第?([一二三四1-4])季度)$/i,
    ([year, quarter, word = '']) => `${year}-Q${quarter ?? QUARTERS[word] ?? word}`,
  ],
  [
    /^(\d{4})[-/.年\s]*(\d{1,2})(?:月|-)\s*(?:T([1-3])|(上|中|下)旬)$/i,
    ([year, month = '', ten, word = '']) =>
      ok(month) ? `${year}-${two(month)}-T${ten ?? TENS[word]}` : undefined,
  ],
  [/^(\d{4})(\d{2})(\d{2})$/, ([year = '', month = '', date = '']) => day(year, month, date)],
  [
    /^(\d{4})[-/.年]\s*(\d{1,2})[-/.月]\s*(\d{1,2})日?$/,
    ([year = '', month = '', date = '']) => day(year, month, date),
  ],
  [
    /^(\d{2})[.年]\s*(\d{1,2})[.月]\s*(\d{1,2})日?$/,
    ([year = '', month = '', date = '']) => day(`20${year}`, month, date),
  ],
  [
    /^(\d{4})[-/.年]\s*(\d{1,2})月?$/,
    ([year, month = '']) => (ok(month) ? `${year}-${two(month)}` : undefined),
  ],
]

/** The years that a file holds dates of. */
const FIRST_YEAR = '1900'
const LAST_YEAR = '2199'

/** Without a year a day is one of this year, as in a spreadsheet. */
const DAY = /^(\d{1,2})(?:[-/](\d{1,2})|月(\d{1,2})[日号]?)$/

const ok = (month: string) => Number(month) >= 1 && Number(month) <= 12

/**
 * Reads a date with the precision it was given in: "2023", "2023上半年", "2023Q2", "2023年10月",
 * "2023-10上旬", "2023-10-05", "20231005", "23.10.5", and "10-05" of `year`.
 */
export function readDate(typed: string, year = new Date().getFullYear()): Reading {
  const { rest, mark } = takeMark(folded(typed))
  const [, month = '', one, other = ''] = DAY.exec(rest) ?? []
  if (month) {
    const date = day(String(year), month, one ?? other)
    return date ? read({ date, ...(mark ? { mark } : {}) }) : unread('no_such_day')
  }
  for (const [pattern, make] of FORMS) {
    const found = pattern.exec(rest)
    if (!found) continue
    const date = make(found.slice(1))
    if (date && (date < FIRST_YEAR || date.slice(0, 4) > LAST_YEAR)) return unread('year')
    return date ? read({ date, ...(mark ? { mark } : {}) }) : unread('no_such_day')
  }
  return unread('date')
}
