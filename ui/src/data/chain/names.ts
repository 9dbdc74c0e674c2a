import { shallowReactive } from 'vue'
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
