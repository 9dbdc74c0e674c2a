import type { ImportQuestion } from '@/data/import'
import { t } from '@/words'

/** What a question is about: `unit`, `year` and so on. */
export const about = ({ key }: ImportQuestion): string => key.slice(0, key.indexOf(':'))

/** The question itself. */
export const askText = (one: ImportQuestion): string =>
  t(`ui.wizard.ask_${about(one)}`, { head: one.head || one.sheet, text: one.examples[0] ?? '' })

/** Where in the file it came up. */
export const askedAt = (one: ImportQuestion): string =>
  [one.sheet, one.column && t('ui.wizard.column_is', { column: one.column }), one.head]
    .filter(Boolean)
    .join(' · ')

/** How far from now the year of a ledger may be. */
const [BACK, AHEAD] = [60, 10]

/** Whether a typed answer can be one. */
export function mayBe(what: string, text: string): boolean {
  if (what === 'rate') return /^\d+(\.\d+)?$/.test(text) && Number(text) > 0
  if (what !== 'year') return true
  const now = new Date().getFullYear()
  return /^\d{4}$/.test(text) && Number(text) >= now - BACK && Number(text) <= now + AHEAD
}
