import { computed, ref, watch, type Ref } from 'vue'

/** The tallest a scrolled page may be: browsers draw nothing beyond 16 to 33 million pixels. */
const TALLEST = 12_000_000

/** Rows drawn beyond those in view: where the list is scrolled to, and where it comes from. */
const AHEAD = 6
const BEHIND = 1

/**
 * Which rows of equal height are in view. Rows that together would be taller than a browser can scroll are
 * laid on a shorter page: the bar then stands for all of them, and a turn of the wheel goes further.
 */
export function useRowWindow(count: Ref<number>, height: Ref<number>, around: Ref<number>) {
  /** Pixels scrolled, and pixels of room, both as the element says. */
  const scrolled = ref(0)
  const room = ref(600)

  const real = computed(() => count.value * height.value)
  const page = computed(() => Math.min(real.value, TALLEST))
  const inView = computed(() => Math.max(height.value, room.value - around.value))
  /** Real pixels per pixel of the bar; 1 for all but very long lists. */
  const scale = computed(() =>
    page.value === real.value ? 1 : (real.value - inView.value) / Math.max(1, page.value - inView.value),
  )
  /** What a row's real place is moved by to its place on the page. */
  const shift = computed(() => (scale.value === 1 ? 0 : scrolled.value - scrolled.value * scale.value))
  const top = computed(() => scrolled.value * scale.value)

  const down = ref(true)
  watch(scrolled, (now, before) => (down.value = now >= before), { flush: 'sync' })
  const above = computed(() => (down.value ? BEHIND : AHEAD))
  const first = computed(() => Math.max(0, Math.floor(top.value / height.value) - above.value))
  /** Rows mounted at once; the same number all the time, so that their elements are used again. */
  const pool = computed(() => Math.ceil(inView.value / height.value) + AHEAD + BEHIND + 1)
  const last = computed(() => Math.min(count.value, first.value + pool.value) - 1)

  /** Where on the page a row lies. */
  const placeOf = (row: number): number => row * height.value + shift.value

  /** Where the bar must stand so that a row is in view; undefined where it is already. */
  function scrollFor(row: number): number | undefined {
    const begin = row * height.value
    const end = begin + height.value
    if (begin < top.value) return begin / scale.value
    if (end > top.value + inView.value) return Math.ceil((end - inView.value) / scale.value)
    return undefined
  }

  return { scrolled, room, page, first, last, pool, shift, placeOf, scrollFor, inView }
}
