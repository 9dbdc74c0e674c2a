import { ref, shallowRef, watch, type Ref } from 'vue'
import { readParks, readSegment, readTargets } from '@/data/chain/calls'
import type { ChainPark, ChainSegment, Target } from '@/data/chain/types'
import { toFault, type Fault } from '@/data/fault'

/** A segment with all that its panel tells; read again when the scene is a new one. */
export function useSegment(
  chain: Ref<string | undefined>,
  id: Ref<string | undefined>,
  at: Ref<string | undefined>,
  fresh: Ref<unknown>,
) {
  const detail = shallowRef<ChainSegment>()
  const targets = shallowRef<Target[]>([])
  const parks = shallowRef<ChainPark[]>([])
  const fault = shallowRef<Fault>()
  const busy = ref(false)
  let turn = 0

  async function read(): Promise<void> {
    const mine = ++turn
    const [code, segment] = [chain.value, id.value]
    if (!code || !segment) {
      detail.value = undefined
      return
    }
    if (detail.value?.segment.id !== segment) {
      detail.value = undefined
      targets.value = []
      parks.value = []
    }
    busy.value = true
    try {
      const [one, found] = await Promise.all([readSegment(segment, at.value), readTargets(code, segment)])
      if (mine !== turn) return
      detail.value = one
      targets.value = found
      fault.value = undefined
      busy.value = false
      const near = await readParks(code, segment)
      if (mine === turn) parks.value = near
    } catch (thrown) {
      if (mine === turn) fault.value = toFault(thrown)
    } finally {
      if (mine === turn) busy.value = false
    }
  }
  watch([chain, id, at, fresh], () => void read(), { immediate: true })
  return { detail, targets, parks, fault, busy }
}
