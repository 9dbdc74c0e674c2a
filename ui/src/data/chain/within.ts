import { SEGMENT } from '../layout'
import { readChains, readMap } from './calls'
import { knowWhole } from './names'
import type { ChainInfo, Layer } from './types'

/** Kinds whose records hang on segments without a field of that name: by enterprise or by project. */
const BESIDE = ['agreement', 'contact', 'enterprise', 'key_project', 'lease', 'payment', 'visit']

/** Whether the records of a kind can be asked for by segment. */
export const mayLieWithin = (kind: string, fields: readonly { name: string; target?: string }[]): boolean =>
  fields.some((one) => one.name === SEGMENT && one.target === SEGMENT) || BESIDE.includes(kind)

/** What can be chosen of a chain: all of it, a layer, a segment with all below it. */
export interface Whole {
  /** As a filter takes it: an id, or `<chain>/<layer>`. */
  value: string
  layer?: Layer
  name: string
  /** Names of the segments above, and other names. */
  also: string
  depth: number
}

/** The chains that can be chosen from, in the language asked for. */
export async function wholeChains(english: boolean): Promise<(ChainInfo & { shown: string })[]> {
  const chains = await readChains()
  return chains.map((one) => ({ ...one, shown: (english && one.name_en) || one.name }))
}

/** The segments of a chain in the order of its map, each found by the names above it too. */
export async function wholesOf(chain: ChainInfo, english: boolean): Promise<Whole[]> {
  const { segments } = await readMap(chain.code)
  const known = new Map(segments.map((one) => [one.id, one]))
  const nameOf = (one: (typeof segments)[number]) => (english && one.name_en) || one.name
  return segments.map((one) => {
    const above: string[] = []
    for (let up = one.parent && known.get(one.parent); up; up = up.parent ? known.get(up.parent) : null)
      above.unshift(nameOf(up))
    knowWhole(one.id, nameOf(one))
    return {
      value: one.id,
      layer: one.layer,
      name: nameOf(one),
      also: [...above, one.name, ...one.aliases].join(' '),
      depth: one.depth,
    }
  })
}
