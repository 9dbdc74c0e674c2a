import { computed, ref, shallowRef, watch, type Ref } from 'vue'
import { allActions } from '@/data/actions'
import { search, viewsOf, type SearchHit, type View } from '@/data/lookups'
import { sayFault } from '@/data/notices'
import { recentRecords, type RecentItem } from '@/data/opened'
import { ledgerKinds } from '@/records/kindIcons'
import { paletteActions } from './paletteActions'
import { grouped, hitItem, namedItems, recentItem } from './paletteItems'
import { usedLately } from './usedLately'

/** How long typing may pause before the records are searched. */
const PAUSE = 60
/** So many recent records leave room in view for what was used beside them. */
const RECORDS = 6

/** What the palette lists for the text in its box, and which line is picked. */
export function usePalette(text: Ref<string>) {
  const recent = shallowRef<RecentItem[]>([])
  const used = usedLately()
  const views = shallowRef<View[]>([])
  const hits = shallowRef<SearchHit[]>([])
  /** The text that `hits` belong to. */
  const answered = ref('')
  const picked = ref(0)
  const typed = computed(() => text.value.trim())
  const waiting = computed(() => typed.value !== answered.value)
  let turn = 0
  let soon: ReturnType<typeof setTimeout> | undefined

  void recentRecords().then((found) => (recent.value = found), sayFault)
  void viewsOf(ledgerKinds()).then((found) => (views.value = found), sayFault)

  /** Searches at once what is in the box. */
  async function look(): Promise<void> {
    const mine = ++turn
    clearTimeout(soon)
    const asked = typed.value
    try {
      const found = await search(asked)
      if (mine !== turn) return
      hits.value = found
      answered.value = asked
    } catch (thrown) {
      sayFault(thrown)
    }
  }
  watch(
    typed,
    (now) => {
      picked.value = 0
      clearTimeout(soon)
      soon = setTimeout(() => void look(), now ? PAUSE : 0)
    },
    { immediate: true },
  )

  const groups = computed(() => {
    const actions = [...allActions.value, ...paletteActions()]
    const named = namedItems(views.value, actions, typed.value, used)
    const last = used.length ? recent.value.slice(0, RECORDS) : recent.value
    const records = typed.value ? hits.value.map((hit) => hitItem(hit, answered.value)) : last.map(recentItem)
    return grouped([...records, ...named])
  })
  const items = computed(() => groups.value.flatMap((one) => one.items))
  watch(items, (now) => (picked.value = Math.min(picked.value, Math.max(0, now.length - 1))))

  /** Moves the pick by so many lines, around the ends. */
  function move(by: number): void {
    const count = items.value.length
    if (count) picked.value = (picked.value + by + count) % count
  }
  return { groups, items, picked, waiting, look, move }
}
