import { shallowRef } from 'vue'
import type { Language } from './index'

type Texts = Readonly<Record<string, string>>

/** The map's own words in each language: no start carries them, and the map carries one of them. */
const CATALOGUES: Record<Language, () => Promise<{ default: Texts }>> = {
  'zh-CN': () => import('./map.zh-CN.json'),
  en: () => import('./map.en.json'),
}

const present = shallowRef<Texts>({})
let wanted: Language

/** Changes the language of the map, once its words are here. */
export async function speakMap(next: Language): Promise<void> {
  wanted = next
  const { default: texts } = await CATALOGUES[next]()
  if (wanted === next) present.value = texts
}

/** A text of the map in the present language, `{name}` filled in. */
export function m(key: string, params: Readonly<Record<string, string | number>> = {}): string {
  return (present.value[key] ?? key).replace(/\{(\w+)\}/g, (_, name: string) => String(params[name] ?? ''))
}
