import { computed, ref, watch, watchEffect } from 'vue'
import { call } from '@/bridge'
import { type Language, language as spoken, LANGUAGES, speak } from '@/words'

export type Theme = 'system' | 'light' | 'dark'
export const THEMES: readonly Theme[] = ['system', 'light', 'dark']
export type Density = 'comfortable' | 'compact'
export const DENSITIES: readonly Density[] = ['comfortable', 'compact']
export type Motion = 'system' | 'off'
export const MOTIONS: readonly Motion[] = ['system', 'off']
export { LANGUAGES }
export type { Language }

const KEPT = {
  language: 'suoji.language',
  theme: 'suoji.theme',
  density: 'suoji.density',
  motion: 'suoji.motion',
} as const

function kept<Choice extends string>(key: string, choices: readonly Choice[], otherwise: Choice): Choice {
  const found = localStorage.getItem(key)
  return choices.find((one) => one === found) ?? otherwise
}

const language = ref<Language>(kept(KEPT.language, LANGUAGES, 'zh-CN'))
const theme = ref<Theme>(kept(KEPT.theme, THEMES, 'system'))
const density = ref<Density>(kept(KEPT.density, DENSITIES, 'comfortable'))
const motion = ref<Motion>(kept(KEPT.motion, MOTIONS, 'system'))
const systemDark = ref(false)

export const currentLanguage = computed(() => language.value)
export const currentTheme = computed(() => theme.value)
export const currentDensity = computed(() => density.value)
export const currentMotion = computed(() => motion.value)
/** The height of a row in lists, the same as `--row`. */
export const rowHeight = computed(() => (density.value === 'compact' ? 28 : 34))
/** While the printer reads: paper is white. */
export const onPaper = ref(false)
export const isDark = computed(
  () => !onPaper.value && (theme.value === 'dark' || (theme.value === 'system' && systemDark.value)),
)

/**
 * Applies language, theme, density and motion to the document, and follows the system's dark mode.
 * Resolves when the words of the language are here.
 */
export function startSettings(): Promise<void> {
  const dark = window.matchMedia('(prefers-color-scheme: dark)')
  systemDark.value = dark.matches
  dark.addEventListener('change', () => (systemDark.value = dark.matches))
  watchEffect(
    () => {
      const { dataset } = document.documentElement
      dataset.theme = isDark.value ? 'dark' : 'light'
      dataset.density = density.value
      dataset.motion = motion.value
    },
    // A printer reads the page as it stands when it has said so.
    { flush: 'sync' },
  )
  window.addEventListener('beforeprint', () => (onPaper.value = true))
  window.addEventListener('afterprint', () => (onPaper.value = false))
  watch(language, (next) => void speak(next))
  watchEffect(() => {
    document.documentElement.lang = spoken()
  })
  return speak(language.value)
}

/** Takes the choices from the open file; before one is open the window's own memory serves. */
export async function loadSettings(): Promise<void> {
  const { settings } = await call('settings', {})
  const wantedLanguage = LANGUAGES.find((one) => one === settings.language)
  const wantedTheme = THEMES.find((one) => one === settings.theme)
  if (wantedLanguage) keepLanguage(wantedLanguage)
  if (wantedTheme) keepTheme(wantedTheme)
  const wantedDensity = DENSITIES.find((one) => one === settings.density)
  const wantedMotion = MOTIONS.find((one) => one === settings.motion)
  if (wantedDensity) keepDensity(wantedDensity)
  if (wantedMotion) keepMotion(wantedMotion)
}

function keepLanguage(next: Language): void {
  language.value = next
  localStorage.setItem(KEPT.language, next)
}
function keepTheme(next: Theme): void {
  theme.value = next
  localStorage.setItem(KEPT.theme, next)
}
function keepDensity(next: Density): void {
  density.value = next
  localStorage.setItem(KEPT.density, next)
}
function keepMotion(next: Motion): void {
  motion.value = next
  localStorage.setItem(KEPT.motion, next)
}

/** Writes the present choices to the open file. */
export async function saveChoices(): Promise<void> {
  await call('save_setting', { key: 'language', value: language.value })
  await call('save_setting', { key: 'theme', value: theme.value })
  await call('save_setting', { key: 'density', value: density.value })
  await call('save_setting', { key: 'motion', value: motion.value })
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

/** Changes how close rows and controls stand. */
export async function setDensity(next: Density): Promise<void> {
  keepDensity(next)
  await call('save_setting', { key: 'density', value: next })
}

/** Changes whether parts of the window move. */
export async function setMotion(next: Motion): Promise<void> {
  keepMotion(next)
  await call('save_setting', { key: 'motion', value: next })
}
