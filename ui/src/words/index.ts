import { createI18n } from 'vue-i18n'
import modelEn from '@words/en.json'
import modelZh from '@words/zh-CN.json'
import uiEn from './en.json'
import uiZh from './zh-CN.json'

export type Language = 'zh-CN' | 'en'
export const LANGUAGES: readonly Language[] = ['zh-CN', 'en']

/** Both catalogues: the words of the model (shared with the Rust side) and those of the screens. */
export const i18n = createI18n({
  legacy: false,
  locale: 'zh-CN' as Language,
  fallbackLocale: 'en',
  missingWarn: false,
  fallbackWarn: false,
  // Our texts know one thing only, `{name}`; a start need not carry the compiler for all others.
  messageCompiler: (text) => {
    if (typeof text !== 'string') throw new Error('a text that is no text')
    return (filled: { named: (name: string) => unknown }) =>
      text.replace(/\{(\w+)\}/g, (_, name: string) => String(filled.named(name) ?? ''))
  },
  messages: { 'zh-CN': { ...modelZh, ui: uiZh }, en: { ...modelEn, ui: uiEn } } as Record<
    Language,
    Record<string, unknown>
  > as never,
})

// The catalogues are too large to be worth typing key by key; a test compares their keys instead.
const translate = (i18n.global as unknown as { t: unknown }).t as (
  key: string,
  params: Record<string, unknown>,
) => string
const knows = (i18n.global as unknown as { te: unknown }).te as (key: string, locale?: string) => boolean

/** The text of a key in the present language, `{name}` filled in. Redraws when the language changes. */
export function t(key: string, params: Record<string, unknown> = {}): string {
  return translate(key, params)
}

/** The text of a key, or `otherwise` where neither language has it (a newer file may bring new codes). */
export function tOr(key: string, otherwise: string, params: Record<string, unknown> = {}): string {
  return knows(key) || knows(key, 'en') ? t(key, params) : otherwise
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
