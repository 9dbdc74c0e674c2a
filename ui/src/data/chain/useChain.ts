import { ref, shallowRef, watch, type Ref } from 'vue'
import { toFault, type Fault } from '../fault'
import { useChanged } from '../live'
import { readChains, readMap } from './calls'
import type { ChainInfo, ChainMap } from './types'

/** Where the chain that was looked at last is remembered. */
const LAST = 'suoji.chain'

/** What a map hangs on besides its own kinds. */
const MOVES = ['chain', 'segment', 'park', 'enterprise', 'lead', 'project', 'agreement', 'visit']

/**
 * A chain, kept fresh: as it is (or was on the day `at`), and where `against` names a day, as it was then.
 * Without a code it is the chain that was looked at last, or the first there is.
 */
export function useChain(
  code: Ref<string | undefined>,
  at: Ref<string | undefined>,
  against: Ref<string | undefined>,
) {
  const chains = shallowRef<ChainInfo[]>([])
  const map = shallowRef<ChainMap>()
  const other = shallowRef<ChainMap>()
  const fault = shallowRef<Fault>()
  const loaded = ref(false)
  let turn = 0

  async function reload(): Promise<void> {
    const mine = ++turn
    try {
      const found = await readChains()
      if (mine !== turn) return
      chains.value = found
      const of = (wanted: string | null | undefined) => found.find((one) => one.code === wanted)
      const chain = of(code.value) ?? of(localStorage.getItem(LAST)) ?? found[0]
      if (chain) localStorage.setItem(LAST, chain.code)
      const [next, then] = chain
        ? await Promise.all([
            readMap(chain.code, at.value),
            against.value ? readMap(chain.code, against.value) : undefined,
          ])
        : []
      if (mine !== turn) return
      performance.mark('map-data')
      map.value = next
      other.value = then
      fault.value = undefined
    } catch (thrown) {
      if (mine === turn) fault.value = toFault(thrown)
    } finally {
      if (mine === turn) loaded.value = true
    }
  }

  watch([code, at, against], () => void reload(), { immediate: true })
  let soon: ReturnType<typeof setTimeout> | undefined
  useChanged(({ kinds }) => {
    const ours = (kind: string) => MOVES.includes(kind) || /segment|placement/.test(kind)
    if (kinds.length && !kinds.some(ours)) return
    clearTimeout(soon)
    soon = setTimeout(() => void reload(), 40)
  })
  return { chains, map, other, fault, loaded, reload }
}
