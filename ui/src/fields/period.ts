import { DECEMBER } from '@/data/figures'
import { monthText, t } from '@/words'

/** A year, or its first months: “2026年1月至10月”. */
export function periodText(year: number, through = DECEMBER): string {
  if (through === DECEMBER) return t('ui.date.year', { year })
  return t('ui.figures.period', { year, months: monthsText(through) })
}

/** The months of a year through one of them: “1月至10月”. */
export function monthsText(through: number): string {
  const [first, last] = [monthText(1), monthText(through)]
  if (through === DECEMBER) return t('ui.figures.whole')
  return through === 1 ? first : t('ui.figures.months', { first, last })
}

/** What a period is called where nobody calls it otherwise: “2026 年度”, or by its months. */
export const periodName = (year: number, through: number): string =>
  through === DECEMBER ? t('ui.frozen.name_of', { year }) : periodText(year, through)

/** What periods are called in each language: a whole year, and the months of one. */
const CALLED = [
  /^(?<year>\d{4}) 年度$/,
  /^Year (?<year>\d{4})$/,
  /^(?<year>\d{4})年(?<first>1)月(?:至(?<last>\d+)月)?$/,
  /^(?<first>Jan)(?:–(?<last>[A-Z][a-z]{2}))? (?<year>\d{4})$/,
]
const ENGLISH = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

/** A period's name in the present language; what a person called it otherwise stays. */
export function periodTitle(name: string): string {
  const said = CALLED.map((one) => one.exec(name)?.groups).find((one) => one)
  if (!said) return name
  const last = said.last ?? said.first
  const through = last ? ENGLISH.indexOf(last) + 1 || Number(last) : DECEMBER
  return through ? periodName(Number(said.year), through) : name
}
