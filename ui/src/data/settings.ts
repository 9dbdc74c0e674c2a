import { computed, ref, watchEffect } from 'vue'
import { call } from '@/bridge'
import { i18n, type Language, LANGUAGES } from '@/words'

export type Theme = 'system' | 'light' | 'dark'
export const THEMES: readonly Theme[] = ['system', 'light', 'dark']
export { LANGUAGES }
export type { Language }

const KEPT = { language: 'suoji.language', theme: 'suoji.theme' } as const

function kept<Choice extends string>(key: string, choices: readonly Choice[], otherwise: Choice): Choice {
  const found = localStorage.getItem(key)
  return choices.find((one) => one === found) ?? otherwise
}

const language = ref<Language>(kept(KEPT.language, LANGUAGES, 'zh-CN'))
const theme = ref<Theme>(kept(KEPT.theme, THEMES, 'system'))
const systemDark = ref(false)

export const currentLanguage = computed(() => language.value)
export const currentTheme = computed(() => theme.value)
export const isDark = computed(() => theme.value === 'dark' || (theme.value === 'system' && systemDark.value))

/** Applies language and theme to the document, and follows the system's dark mode. */
export function startSettings(): void {
  const dark = window.matchMedia('(prefers-color-scheme: dark)')
  systemDark.value = dark.matches
  dark.addEventListener('change', () => (systemDark.value = dark.matches))
  watchEffect(() => {
    document.documentElement.dataset.theme = isDark.value ? 'dark' : 'light'
  })
  watchEffect(() => {
    i18n.global.locale.value = language.value
    document.documentElement.lang = language.value
  })
}

/** Takes language and theme from the open file; before one is open the window's own memory serves. */
export async function loadSettings(): Promise<void> {
  const { settings } = await call('settings', {})
  const wantedLanguage = LANGUAGES.find((one) => one === settings.language)
  const wantedTheme = THEMES.find((one) => one === settings.theme)
  if (wantedLanguage) keepLanguage(wantedLanguage)
  if (wantedTheme) keepTheme(wantedTheme)
}

function keepLanguage(next: Language): void {
  language.value = next
  localStorage.setItem(KEPT.language, next)
}
function keepTheme(next: Theme): void {
  theme.value = next
  localStorage.setItem(KEPT.theme, next)
}

/** Writes the present language and theme to the open file. */
export async function saveChoices(): Promise<void> {
  await call('save_setting', { key: 'language', value: language.value })
  await call('save_setting', { key: 'theme', value: theme.value })
}

/** Changes the language at once; written to the file where one is open. */
export async function setLanguage(next: Language, deskOpen = true): Promise<void> {
  keepLanguage(next)
  if (deskOpen) await call('save_setting', { key: 'language', value: next })
}

/** Changes the theme at once; written to the file where one is open. */
export async function setTheme(next: Theme, deskOpen = true): Promise<void> {
  keepTheme(next)
  if (deskOpen) await call('save_setting', { key: 'theme', value: next })
}
