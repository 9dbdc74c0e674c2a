import { nextTick, ref, watch, type Ref } from 'vue'

/** The most height a list takes, and what lies between it, its box and the edge of what is seen. */
const [MOST, APART] = [280, 8]

/** What an element is seen through: the window, or a part of it that scrolls. */
function seenThrough(element: HTMLElement): { top: number; bottom: number } {
  let [top, bottom] = [0, window.innerHeight]
  for (let around = element.parentElement; around; around = around.parentElement) {
    if (!/auto|scroll|hidden/.test(getComputedStyle(around).overflowY)) continue
    const edge = around.getBoundingClientRect()
    top = Math.max(top, edge.top)
    bottom = Math.min(bottom, edge.bottom)
  }
  return { top, bottom }
}

/**
 * Where the list of a box opens while `shows` gives anything: above the box where there is more room than below,
 * no higher than the room; where neither has enough, what is around scrolls.
 */
export function useListPlace(
  box: Ref<HTMLElement | undefined>,
  list: Ref<HTMLElement | undefined>,
  shows: () => unknown,
) {
  const up = ref(false)
  const most = ref(MOST)
  watch(
    shows,
    async (now) => {
      if (!now || !box.value || !list.value) return
      const seen = seenThrough(box.value)
      const own = box.value.getBoundingClientRect()
      const [above, below] = [own.top - seen.top - APART, seen.bottom - own.bottom - APART]
      const wanted = Math.min(MOST, list.value.scrollHeight)
      up.value = below < wanted && above > below
      most.value = Math.max(MOST / 2, Math.min(MOST, up.value ? above : below))
      await nextTick()
      list.value?.scrollIntoView?.({ block: 'nearest' })
    },
    { flush: 'post' },
  )
  return { up, most }
}
