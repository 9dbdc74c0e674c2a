import { shallowRef, watch, type Ref } from 'vue'
import { readSegment } from '@/data/chain/calls'
import type { ChainMap, SegmentFirm } from '@/data/chain/types'
import type { Firm, Scene } from './scene'

/** How many segments are asked about at once. */
const MOST = 24

const firmOf = (one: SegmentFirm): Firm => ({
  id: one.enterprise,
  name: one.short_name ?? one.name,
  city: one.region ?? '',
  local: one.local,
  scopeOnly: one.evidence === 'business_scope',
  step: one.lead ? 'lead' : one.last_visit ? 'visited' : undefined,
  head: one.tags.includes('chain_leader'),
  score: one.score ?? undefined,
})

/** The firms of segments seen from near, read when they come into view and forgotten with the map. */
export function useNear(map: Ref<ChainMap>) {
  const firms = shallowRef<ReadonlyMap<string, readonly Firm[]>>(new Map())
  watch(map, () => (firms.value = new Map()))

  async function read(scene: Scene, segments: number[]): Promise<void> {
    const at = map.value.at ?? undefined
    const ids = segments
      .map((one) => scene.segments[one]?.id ?? '')
      .filter((id) => id && !firms.value.has(id))
    const asked = ids.slice(0, MOST).map(async (id) => [id, (await readSegment(id, at)).firms] as const)
    // What cannot be read stays a picture of its counts.
    const found = await Promise.all(asked).catch(() => [])
    if (!found.length) return
    firms.value = new Map([...firms.value, ...found.map(([id, some]) => [id, some.map(firmOf)] as const)])
  }
  return { firms, read }
}
