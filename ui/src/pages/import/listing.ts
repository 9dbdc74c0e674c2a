import { numberText, t } from '@/words'

/** So many of those alike are named. */
export const SHOWN = 5

/** The first of them, and how many there are where those are not all. */
export function firstOf(all: string[], count = all.length): string {
  const listed = all.slice(0, SHOWN).join(t('ui.list_join'))
  return count > SHOWN ? t('ui.wizard.first_of', { listed, count: numberText(count) }) : listed
}

/** The first of the texts of cells, between quotation marks. */
export const textsOf = (texts: string[]): string =>
  firstOf(texts.map((text) => t('ui.wizard.quoted', { text })))
