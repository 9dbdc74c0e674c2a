import { createI18n } from 'vue-i18n'

export type Language = 'zh-CN' | 'en'
export const LANGUAGES: readonly Language[] = ['zh-CN', 'en']

/** The words in each language; a start carries one of them. */
const CATALOGUES: Record<Language, () => Promise<{ default: Record<string, unknown> }>> = {
  'zh-CN': () => import('./chinese'),
  en: () => import('./english'),
}

export const i18n = createI18n({
  legacy: false,
  locale: 'zh-CN' as Language,
  missingWarn: false,
  fallbackWarn: false,
  // Our texts know one thing only, `{name}`; a start need not carry the compiler for all others.
  messageCompiler: (text) => {
    if (typeof text !== 'string') throw new Error('a text that is no text')
    return (filled: { named: (name: string) => unknown }) =>
      text.replace(/\{(\w+)\}/g, (_, name: string) => String(filled.named(name) ?? ''))
  },
  messages: {} as Record<Language, Record<string, unknown>> as never,
})

let wanted: Language

/** Changes the language, once its words are here. */
export async function speak(next: Language): Promise<void> {
  wanted = next
  const { default: words } = await CATALOGUES[next]()
  const { global } = i18n as unknown as {
    global: { setLocaleMessage: (language: Language, words: Record<string, unknown>) => void }
  }
  global.setLocaleMessage(next, words)
  if (wanted === next) i18n.global.locale.value = next
}

// The catalogues are too large to be worth typing key by key; a test compares their keys instead.
const translate = (i18n.global as unknown as { t: unknown }).t as (
  key: string,
  params: Record<string, unknown>,
) => string
const knows = (i18n.global as unknown as { te: unknown }).te as (key: string) => boolean

/** The text of a key in the present language, `{name}` filled in. Redraws when the language changes. */
export function t(key: string, params: Record<string, unknown> = {}): string {
  return translate(key, params)
}

/** The text of a key, or `otherwise` where there is none (a newer file may bring new codes). */
export function tOr(key: string, otherwise: string, params: Record<string, unknown> = {}): string {
  return knows(key) ? t(key, params) : otherwise
}

/** The present language. */
export function language(): Language {
  return i18n.global.locale.value as Language
}

/** A time stamp in the user's language and time zone. */
export function timeText(at: string): string {
  const time = new Date(at)
  if (Number.isNaN(time.getTime())) return at
  return new Intl.DateTimeFormat(language(), { dateStyle: 'medium', timeStyle: 'short' }).format(time)
}

/** The short name of a month, 1 to 12. */
export function monthText(month: number): string {
  return new Intl.DateTimeFormat(language(), { month: 'short', timeZone: 'UTC' }).format(
    Date.UTC(2000, month - 1, 1),
  )
}

/** A whole number with the language's separators. */
export function numberText(count: number): string {
  return new Intl.NumberFormat(language()).format(count)
}
