import { language, type Language } from './index'
import terms from './terms.json'

/**
 * What a field means, where its name does not say it. Not among the other words: a start need not carry
 * these, only the pages that show them.
 */
export function termText(kind: string, field: string): string | undefined {
  const found = (terms as Record<string, Record<Language, string> | undefined>)[`${kind}.${field}`]
  return found?.[language()]
}
