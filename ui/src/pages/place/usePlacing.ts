import { computed, shallowReactive, shallowRef, ref } from 'vue'
import {
  placeSheet,
  savePlaces,
  type ChainPlaced,
  type PlacedRow,
  type PlacedSegment,
  type SavePlace,
} from '@/data/chain/work'
import { sendFile } from '@/data/files'
import { toFault, type Fault } from '@/data/fault'

/** What a person decided about a row. */
export type Verdict = 'accepted' | 'rejected'
/** Which rows are shown. */
export const FILTERS = ['all', 'placed', 'review', 'unplaced', 'accepted', 'rejected'] as const
export type FilterName = (typeof FILTERS)[number]

/** From this score on a segment is taken without being asked for. */
const SURE = 0.5

/** What a person changed about the segments of a row. */
interface Changed {
  /** Suggested segments that were switched on or off. */
  flipped: Map<string, boolean>
  added: PlacedSegment[]
}

export const groupOf = (row: PlacedRow): 'placed' | 'review' | 'unplaced' =>
  row.review ? 'review' : row.segments.length ? 'placed' : 'unplaced'

/** A sheet of firms on its way to the map: read, looked through, written. */
export function usePlacing() {
  const file = shallowRef<File>()
  const placed = shallowRef<ChainPlaced>()
  const saved = shallowRef<Awaited<ReturnType<typeof savePlaces>>>()
  const fault = shallowRef<Fault>()
  const busy = ref<'reading' | 'writing'>()
  const filter = ref<FilterName>('all')
  const typed = ref('')
  const chosen = ref<string>()
  const verdicts = shallowReactive(new Map<number, Verdict>())
  const changes = shallowReactive(new Map<number, Changed>())

  const rows = computed(() => placed.value?.rows ?? [])
  const at = computed(() => {
    const known = new Map<string, number>()
    rows.value.forEach((_, index) => known.set(String(index), index))
    return known
  })
  const indexes = computed(() => rows.value.map((_, index) => index))
  const fits = (name: FilterName, index: number): boolean => {
    const row = rows.value[index]
    if (!row) return false
    if (name === 'all') return true
    if (name === 'accepted' || name === 'rejected') return verdicts.get(index) === name
    return groupOf(row) === name
  }
  const shown = computed(() => {
    const wanted = typed.value.trim().toLowerCase()
    const text = (row: PlacedRow) =>
      `${row.name} ${row.scope} ${row.segments.map((one) => one.name).join(' ')}`.toLowerCase()
    return indexes.value.filter((index) => {
      const row = rows.value[index]
      return row && fits(filter.value, index) && (!wanted || text(row).includes(wanted))
    })
  })
  const counts = computed(() => {
    const all: Record<FilterName, number> = {
      all: rows.value.length,
      placed: 0,
      review: 0,
      unplaced: 0,
      accepted: 0,
      rejected: 0,
    }
    rows.value.forEach((row, index) => {
      all[groupOf(row)]++
      const verdict = verdicts.get(index)
      if (verdict) all[verdict]++
    })
    return all
  })
  const index = computed(() => at.value.get(chosen.value ?? '') ?? -1)
  const row = computed(() => rows.value[index.value])

  /** What segments are called in the window's language. */
  const names = shallowRef<ReadonlyMap<string, string>>(new Map())
  const changedOf = (of: number): Changed => changes.get(of) ?? { flipped: new Map(), added: [] }
  function segmentsOf(of: number): (PlacedSegment & { on: boolean; own: boolean })[] {
    const { flipped, added } = changedOf(of)
    const told = rows.value[of]?.segments ?? []
    // Where nothing is sure, the likeliest is what a person is asked about.
    const sure = told.some((one) => one.score >= SURE)
    return [
      ...told.map((one, place) => ({
        ...one,
        name: names.value.get(one.segment) ?? one.name,
        own: false,
        on: flipped.get(one.segment) ?? (sure ? one.score >= SURE : place === 0),
      })),
      ...added.map((one) => ({ ...one, own: true, on: flipped.get(one.segment) ?? true })),
    ]
  }
  function flip(of: number, segment: string): void {
    const one = segmentsOf(of).find((found) => found.segment === segment)
    if (!one) return
    const { flipped, added } = changedOf(of)
    changes.set(of, { flipped: new Map(flipped).set(segment, !one.on), added })
  }
  function add(of: number, segment: PlacedSegment): void {
    const { flipped, added } = changedOf(of)
    if (segmentsOf(of).some((one) => one.segment === segment.segment)) {
      changes.set(of, { flipped: new Map(flipped).set(segment.segment, true), added })
    } else changes.set(of, { flipped, added: [...added, segment] })
  }
  /** Decides about rows; one that belongs nowhere cannot be accepted. Told how many were decided. */
  function decide(which: readonly number[], verdict: Verdict | undefined): number {
    let count = 0
    for (const one of which) {
      if (verdict === 'accepted' && !segmentsOf(one).some(({ on }) => on)) continue
      count++
      if (verdict) verdicts.set(one, verdict)
      else verdicts.delete(one)
    }
    return count
  }
  /** What is sent: accepted rows with what was taken out of them, and what rejected rows teach. */
  function wanted(): SavePlace[] {
    const sent: SavePlace[] = []
    rows.value.forEach((one, of) => {
      const verdict = verdicts.get(of)
      if (!verdict) return
      const { flipped } = changedOf(of)
      const all = segmentsOf(of)
      const told = ({ segment, words }: PlacedSegment) => ({ segment, words })
      const segments = verdict === 'accepted' ? all.filter(({ on }) => on).map(told) : []
      const out = all.filter(({ segment, on, own, score }) =>
        verdict === 'rejected' ? !own && score >= SURE : !on && !own && flipped.has(segment),
      )
      sent.push({
        name: one.name,
        scope: one.scope,
        ...(one.uscc ? { uscc: one.uscc } : {}),
        ...(one.region ? { region: one.region } : {}),
        ...(one.enterprise ? { enterprise: one.enterprise } : {}),
        segments,
        rejected: out.map(told),
      })
    })
    return sent
  }

  async function open(given: File, chain?: string): Promise<void> {
    file.value = given
    busy.value = 'reading'
    fault.value = undefined
    try {
      placed.value = await sendFile(given, (chosen) => placeSheet(chosen, chain))
      verdicts.clear()
      changes.clear()
      filter.value = placed.value.review ? 'review' : 'all'
      chosen.value = shown.value.length ? String(shown.value[0]) : undefined
    } catch (thrown) {
      fault.value = toFault(thrown)
      placed.value = undefined
    } finally {
      busy.value = undefined
    }
  }
  async function save(): Promise<void> {
    const sent = wanted()
    if (!sent.length || busy.value) return
    busy.value = 'writing'
    fault.value = undefined
    try {
      saved.value = await savePlaces(sent)
    } catch (thrown) {
      fault.value = toFault(thrown)
    } finally {
      busy.value = undefined
    }
  }
  function reset(): void {
    file.value = placed.value = saved.value = fault.value = chosen.value = undefined
    typed.value = ''
    verdicts.clear()
    changes.clear()
  }
  return {
    file,
    placed,
    saved,
    fault,
    busy,
    filter,
    typed,
    chosen,
    verdicts,
    rows,
    shown,
    counts,
    index,
    row,
    names,
    segmentsOf,
    flip,
    add,
    decide,
    wanted,
    open,
    save,
    reset,
  }
}

export type Placing = ReturnType<typeof usePlacing>
