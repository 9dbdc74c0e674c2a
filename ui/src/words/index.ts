import { shallowRef } from 'vue'

export type Language = 'zh-CN' | 'en'
export const LANGUAGES: readonly Language[] = ['zh-CN', 'en']

type Tree = { [key: string]: string | Tree }

/** The words in each language; a start carries one of them. */
const CATALOGUES: Record<Language, () => Promise<{ default: Tree }>> = {
  'zh-CN': () => import('./chinese'),
  en: () => import('./english'),
}

/** The words of a language, and those of them that were asked for already, by their whole key. */
interface Catalogue {
  language: Language
  words: Tree
  asked: Map<string, string | undefined>
}

const known = new Map<Language, Catalogue>()
const present = shallowRef<Catalogue>({ language: 'zh-CN', words: {}, asked: new Map() })
let wanted: Language

/** Changes the language, once its words are here. */
export async function speak(next: Language): Promise<void> {
  wanted = next
  const catalogue = known.get(next) ?? {
    language: next,
    words: (await CATALOGUES[next]()).default,
    asked: new Map(),
  }
  known.set(next, catalogue)
  if (wanted === next) present.value = catalogue
}

function found(key: string): string | undefined {
  const { words, asked } = present.value
  const before = asked.get(key)
  if (before !== undefined || asked.has(key)) return before
  let at: string | Tree | undefined = words
  for (const part of key.split('.')) at = typeof at === 'object' ? at[part] : undefined
  const text = typeof at === 'string' ? at : undefined
  asked.set(key, text)
  return text
}

/** `{count}` is filled in; `{count:record|records}` is the word that fits the count. */
const filled = (text: string, params: Record<string, unknown>): string => {
  if (!text.includes('{')) return text
  return text.replace(/\{(\w+)(?::(.*?)\|(.*?))?\}/g, (_, name: string, one?: string, many?: string) => {
    const value = String(params[name] ?? '')
    return (value === '1' ? one : many) ?? value
  })
}

/** The text of a key in the present language, `{name}` filled in. Redraws when the language changes. */
export function t(key: string, params: Record<string, unknown> = {}): string {
  return filled(found(key) ?? key, params)
}

/** The text of a key, or `otherwise` where there is none (a newer file may bring new codes). */
export function tOr(key: string, otherwise: string, params: Record<string, unknown> = {}): string {
  const text = found(key)
  return text === undefined ? otherwise : filled(text, params)
}

/** The present language. */
export function language(): Language {
  return present.value.language
}

/** What is made once for each language: a browser makes a formatter slowly, and of much memory. */
export function ofLanguage<T>(make: (language: Language) => T): () => T {
  const made = new Map<Language, T>()
  return () => {
    const now = language()
    const one = made.get(now) ?? make(now)
    made.set(now, one)
    return one
  }
}

const times = ofLanguage((now) => new Intl.DateTimeFormat(now, { dateStyle: 'medium', timeStyle: 'short' }))
const months = ofLanguage((now) => new Intl.DateTimeFormat(now, { month: 'short', timeZone: 'UTC' }))
const numbers = ofLanguage((now) => new Intl.NumberFormat(now))

/** A time stamp in the user's language and time zone; a day of which no time is known stays a day. */
export function timeText(at: string): string {
  const time = new Date(at)
  return /^\d{4}-\d{2}-\d{2}$/.test(at) || Number.isNaN(time.getTime()) ? at : times().format(time)
}

/** The short name of a month, 1 to 12. */
export function monthText(month: number): string {
  return months().format(Date.UTC(2000, month - 1, 1))
}

/** A whole number with the language's separators. */
export function numberText(count: number): string {
  return numbers().format(count)
}
