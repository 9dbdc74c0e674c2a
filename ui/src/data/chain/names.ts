import { shallowReactive } from 'vue'
import { currentLanguage } from '../settings'
import { SEGMENT } from '../layout'
import { titleOf } from '../lookups'

const names = shallowReactive(new Map<string, string>())

/** Remembers how a chain or a segment is called. */
export const knowWhole = (id: string, name: string): unknown => names.set(id, name)

/** The name of what a filter's value names, once it is known; asked for when it is not. */
export function wholeName(value: string, layerName: (layer: string) => string): string {
  const [id = '', layer] = value.split('/')
  const name = names.get(id)
  if (name === undefined) {
    names.set(id, '')
    void titleOf(SEGMENT, id)
      .then((title) => title || titleOf('chain', id))
      .then((title) => names.set(id, title))
  }
  return [name ?? '', layer ? layerName(layer) : ''].filter(Boolean).join(' · ')
}

/** Something with a name of its own and perhaps one in English. */
interface Named {
  name: string
  name_en?: string | null
}

/** A name in the present language, as far as there is one. */
export const namedHere = ({ name, name_en }: Named): string =>
  (currentLanguage.value === 'en' && name_en) || name

/** The names on the way to a gap in the present language, the chain's first. */
export function gapPath(gap: {
  chain_name: string
  chain_name_en: string | null
  path: readonly string[]
  path_en: readonly string[]
}): string[] {
  const path = currentLanguage.value === 'en' ? gap.path_en : gap.path
  return [namedHere({ name: gap.chain_name, name_en: gap.chain_name_en }), ...path]
}
