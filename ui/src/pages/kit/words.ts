import { language } from '@/words'
import words from './words.json'

/** The sheet's own words: its look does not change with those of the pages, and no start carries them. */
export function k(key: string): string {
  return (words[language()] as Record<string, string>)[key] ?? key
}
