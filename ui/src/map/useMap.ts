import { computed, ref, shallowRef, watch, type ComputedRef, type Ref } from 'vue'
import type { ColourBy } from './draw/options'
import { linksOf, litBy, type Link } from './relate'
import { leavesOf, type Scene } from './scene'

export const VIEWS = ['board', 'flow', 'list'] as const
export type ViewName = (typeof VIEWS)[number]
export const COLOURS: readonly ColourBy[] = ['state', 'gap', 'targets', 'capital', 'changes']

/** Where the board is to look: at a segment, and whether the camera must come close. */
export interface Aim {
  at: number
  close: boolean
}

/** What all views of a map share: what is selected, where the keyboard is, how it is coloured. */
export interface MapState {
  scene: Ref<Scene | undefined>
  /** Segments are remembered by id: a new scene numbers them anew. */
  selected: ComputedRef<number>
  marked: ComputedRef<number>
  selectedId: Ref<string | undefined>
  links: ComputedRef<readonly Link[]>
  lit: ComputedRef<ReadonlySet<number> | undefined>
  view: Ref<ViewName>
  colourBy: Ref<ColourBy>
  relations: Ref<boolean>
  editing: Ref<boolean>
  aim: Ref<Aim | undefined>
  select: (at: number, look?: 'stay' | 'see' | 'close') => void
  mark: (at: number) => void
  clear: () => void
  /** To the next gap by rank, or the one before. */
  walkGaps: (by: 1 | -1) => number
  /** Along a relation: out, in, or another instead of the last. */
  follow: (way: 'out' | 'in' | 'next' | 'before') => number
}

/** Makes the state of a map over its scene. */
export function useMap(scene: Ref<Scene | undefined>): MapState {
  const selectedId = ref<string>()
  const markedId = ref<string>()
  const indexOf = (id: string | undefined) => (id === undefined ? -1 : (scene.value?.indexOf.get(id) ?? -1))
  const selected = computed(() => indexOf(selectedId.value))
  const marked = computed(() => indexOf(markedId.value))
  const aim = shallowRef<Aim>()
  const links = computed(() =>
    scene.value && selected.value >= 0 ? linksOf(scene.value, selected.value) : [],
  )
  const lit = computed(() =>
    scene.value && selected.value >= 0 ? litBy(scene.value, selected.value, links.value) : undefined,
  )

  const idOf = (at: number) => scene.value?.segments[at]?.id
  function select(at: number, look: 'stay' | 'see' | 'close' = 'stay'): void {
    selectedId.value = idOf(at)
    markedId.value = idOf(at) ?? markedId.value
    if (look !== 'stay' && at >= 0) aim.value = { at, close: look === 'close' }
  }
  function mark(at: number): void {
    markedId.value = idOf(at)
    if (at >= 0) aim.value = { at, close: false }
  }
  function walkGaps(by: 1 | -1): number {
    const gaps = scene.value?.gaps ?? []
    if (!gaps.length) return -1
    const now = gaps.indexOf(selected.value)
    const next = now < 0 ? (by > 0 ? 0 : gaps.length - 1) : (now + by + gaps.length) % gaps.length
    const at = gaps[next] ?? -1
    select(at, 'see')
    return at
  }

  /** Where the last relation was taken, so that another can be taken instead. */
  let trail: { from: number; incoming: boolean; turn: number; at: number } | undefined
  function follow(way: 'out' | 'in' | 'next' | 'before'): number {
    const here = selected.value >= 0 ? selected.value : marked.value
    if (!scene.value || here < 0) return -1
    const again = way === 'next' || way === 'before'
    if (again && trail?.at !== here) return -1
    const from = again && trail ? trail.from : here
    const incoming = again && trail ? trail.incoming : way === 'in'
    const ends = linksOf(scene.value, from).filter((one) => one.incoming === incoming)
    if (!ends.length) return -1
    const turn = again && trail ? (trail.turn + (way === 'next' ? 1 : -1) + ends.length) % ends.length : 0
    const other = ends[turn]?.other ?? -1
    trail = { from, incoming, turn, at: other }
    select(other, 'see')
    return other
  }
  // A segment that is gone is not selected any more.
  watch(scene, (next) => {
    if (next && selectedId.value && !next.indexOf.has(selectedId.value)) selectedId.value = undefined
  })
  return {
    scene,
    selected,
    marked,
    selectedId,
    links,
    lit,
    view: ref<ViewName>('board'),
    colourBy: ref<ColourBy>('state'),
    relations: ref(false),
    editing: ref(false),
    aim,
    select,
    mark,
    clear: () => (selectedId.value = undefined),
    walkGaps,
    follow,
  }
}

/** How many leaves stand below a segment. */
export const leafCount = (scene: Scene, at: number): number => leavesOf(scene, at).length
