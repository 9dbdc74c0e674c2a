import { computed, ref, shallowRef, type Ref } from 'vue'
import type { useRows } from '@/data/rows'

/** The rows chosen for a bulk action: some by their ids, or all that match. */
export function useChosen(total: Ref<number>) {
  const ids = shallowRef<ReadonlySet<string>>(new Set())
  const all = ref(false)
  let last: number | undefined

  const count = computed(() => (all.value ? total.value : ids.value.size))
  const state = computed<'every' | 'some' | 'none'>(() =>
    count.value === 0 ? 'none' : count.value >= total.value ? 'every' : 'some',
  )

  function put(more: Iterable<string>): void {
    ids.value = new Set([...ids.value, ...more])
  }
  function drop(): void {
    ids.value = new Set()
    all.value = false
    last = undefined
  }

  return {
    ids,
    all,
    count,
    state,
    has: (id: string | undefined): boolean => all.value || (id !== undefined && ids.value.has(id)),
    /** Chooses the row at a position, or no longer. */
    flip(at: number, id: string | undefined): void {
      if (id === undefined) return
      if (all.value) drop()
      const next = new Set(ids.value)
      if (!next.delete(id)) next.add(id)
      ids.value = next
      last = at
    },
    /** Chooses all rows from the one chosen last to a position. */
    async through(at: number, rows: ReturnType<typeof useRows>): Promise<void> {
      const from = Math.min(last ?? at, at)
      const found = await rows.between(from, Math.max(last ?? at, at))
      put(found.map((one) => one.row.id))
      last = at
    },
    /** Chooses all that match; none where any are chosen. */
    flipAll(): void {
      const some = count.value > 0
      drop()
      all.value = !some
    },
    chooseAll: () => void (all.value = true),
    drop,
  }
}
