import { computed, onMounted, onUnmounted, ref, shallowRef, watch, type Ref } from 'vue'
import { currentLanguage, currentMotion, isDark } from '@/data/settings'
import { m } from '@/words/map'
import { prepare, type Prepared } from './draw/board'
import { Fitter } from './draw/letters'
import { FIRMS, NAME, type Detail } from './draw/lod'
import type { Options, View } from './draw/options'
import { DARK, LIGHT } from './draw/palette'
import { aspectOf, boardLayout } from './layout/board'
import { GLIDE_TIME, glided } from './layout/glide'
import { boardWords } from './poster/words'
import type { Scene } from './scene'
import { fitAll, fitBox, held, isSeen } from './stage/camera'
import type { Over } from './stage/overlay'
import { Stage } from './stage/stage'
import { canvasMeasure } from './surface/canvas'
import type { MapState } from './useMap'

/** How long a glide takes, in milliseconds; none where motion is unwanted. */
const GLIDE = 420
/** How long the ring around what was flown to spreads, in milliseconds. */
const PULSE = 520
/** How many gaps carry their number. */
export const PINS = 12

/** The smallest letters of names on a screen, in pixels. */
const LEAST = 9
/** From which width on chips show their names. */
const NAMED = 54
/** A word that a name may be told shorter by; Chinese names have none. */
const LONG = /[a-z]{6}/i

export const isStill = (): boolean =>
  currentMotion.value === 'off' || window.matchMedia('(prefers-reduced-motion: reduce)').matches

/** What moves above the board besides what the state of the map tells. */
export type Moving = Pick<Over, 'hovered' | 'slot' | 'ghost' | 'thread'>

/** A stage in a page: sized by its host, drawn anew when what it shows changes. */
export function useBoard(
  state: MapState,
  host: Ref<HTMLElement | undefined>,
  canvases: { base: Ref<HTMLCanvasElement | undefined>; over: Ref<HTMLCanvasElement | undefined> },
  mayPan: (event: Event) => boolean,
  /** Pixels at the right that something covers now, and that the board leaves free for it. */
  covered: Ref<number>,
  reserved: Ref<number>,
) {
  const size = ref({ width: 0, height: 0 })
  const view = shallowRef<View>()
  const detail = ref<Detail>(NAME)
  const focused = ref(false)
  const moving = shallowRef<Moving>({ hovered: -1 })
  const pulse = ref<number>()
  let stage: Stage | undefined
  let watcher: ResizeObserver | undefined
  let fitted = ''
  /** What was shown last, and for which form of the sheet. */
  let stood: (Prepared & { aspect: number }) | undefined
  let gliding = 0
  /** The whole board is shown, and nobody has moved it since. */
  let isWhole = false

  const measured = canvasMeasure()
  const letters = shallowRef(new Fitter(measured))
  const aspect = computed(() => aspectOf(Math.max(320, size.value.width - reserved.value), size.value.height))
  // Firms that come in later change nothing about where things stand.
  const segments = computed(() => state.scene.value?.segments)
  /** What shortens names comes with the first that it shortens; until then nothing is drawn. */
  const isLong = computed(() => !!segments.value?.some(({ name }) => LONG.test(name)))
  const shortens = ref(false)
  watch(
    isLong,
    async (is) => {
      if (!is || shortens.value) return
      const { formsOf } = await import('./draw/short')
      letters.value = new Fitter(measured, formsOf)
      shortens.value = true
    },
    { immediate: true },
  )
  const layout = computed(() => {
    void segments.value
    return state.scene.value && size.value.width ? boardLayout(state.scene.value, aspect.value) : undefined
  })
  const palette = computed(() => (isDark.value ? DARK : LIGHT))
  const prepared = computed(() =>
    state.scene.value && layout.value ? prepare(state.scene.value as Scene, layout.value) : undefined,
  )
  const options = computed<Options>(() => {
    void currentLanguage.value
    return {
      palette: palette.value,
      words: boardWords(m),
      letters: letters.value,
      detail: detail.value,
      colourBy: state.colourBy.value,
      lit: state.lit.value,
      relations: state.relations.value,
      least: LEAST,
      pins: PINS,
      leads: true,
    }
  })

  function show(): void {
    if (!stage || !prepared.value || (isLong.value && !shortens.value)) return
    const { chain } = prepared.value.scene
    put(prepared.value)
    if (fitted !== chain) {
      fitted = chain
      fit(0)
    }
  }
  /** Shows a board; chips that stood elsewhere on it before glide to their new places, the camera stays. */
  function put(next: Prepared): void {
    const before = stood
    stood = { ...next, aspect: aspect.value }
    cancelAnimationFrame(gliding)
    const moved =
      before &&
      before.layout !== next.layout &&
      before.aspect === aspect.value &&
      before.scene.chain === next.scene.chain
    if (!moved || isStill()) return stage?.show(next, options.value)
    const began = performance.now()
    const glide = (now: number) => {
      const time = Math.max(0, now - began) / GLIDE_TIME
      stage?.show({ ...next, layout: glided(before, next, time) }, options.value)
      if (time < 1) gliding = requestAnimationFrame(glide)
    }
    glide(began)
  }
  function fit(time = GLIDE): void {
    if (!stage || !layout.value) return
    const { height } = size.value
    const width = size.value.width - reserved.value
    const whole = fitAll(layout.value, width, height)
    // Chips too narrow for their names: begin with what matters most, the middle of the chain.
    const first = layout.value.bands.find((one) => one.layer === 'midstream') ?? layout.value.bands[0]
    const small = layout.value.chip.w * whole.k < NAMED && first
    stage.go(small && time === 0 ? fitBox(first, width, height) : whole, isStill() ? 0 : time)
    isWhole = true
  }
  /** Brings a segment into view: `close` fits the card it stands in. */
  function lookAt(at: number, close: boolean): void {
    const place = layout.value?.places[at]
    const card = place && layout.value?.cards[place.card]
    if (!stage || !layout.value || !place || !card) return
    const [width, height] = [size.value.width - covered.value, size.value.height]
    const time = isStill() ? 0 : GLIDE
    if (close) {
      isWhole = false
      const box = place.as === 'chip' ? { x: card.x, y: place.y - 90, w: card.w, h: place.h + 180 } : place
      stage.go(fitBox(box, width, height, Math.max(1.2, stage.view.k), 30), time)
    } else if (!isSeen(place.as === 'card' ? { ...place, h: card.head } : place, stage.view, width, height)) {
      const { k } = stage.view
      const [x, y] = [
        width / 2 - (place.x + place.w / 2) * k,
        height / 2 - (place.y + Math.min(place.h, 90) / 2) * k,
      ]
      stage.go(held({ x, y, k }, layout.value, width, height), time)
    }
  }
  function ring(): void {
    if (isStill()) return
    const began = performance.now()
    const spread = (now: number) => {
      const at = (now - began) / PULSE
      pulse.value = at < 1 ? Math.max(0, at) : undefined
      if (at < 1) requestAnimationFrame(spread)
    }
    requestAnimationFrame(spread)
  }

  onMounted(() => {
    const [place, base, over] = [host.value, canvases.base.value, canvases.over.value]
    if (!place || !base || !over) return
    stage = new Stage(place, base, over, {
      mayPan,
      touched: () => (isWhole = false),
      moved: (next, now) => {
        if (!view.value) performance.mark('map-drawn')
        view.value = next
        detail.value = now
      },
    })
    const measure = () => {
      const [width, height] = [place.clientWidth, place.clientHeight]
      if (!width || !height || (width === size.value.width && height === size.value.height)) return
      size.value = { width, height }
      stage?.resize(width, height)
      if (!fitted) show()
    }
    watcher = new ResizeObserver(measure)
    watcher.observe(place)
    measure()
  })
  onUnmounted(() => {
    watcher?.disconnect()
    cancelAnimationFrame(gliding)
    stage?.destroy()
  })
  watch(
    () => [
      prepared.value,
      palette.value,
      state.colourBy.value,
      state.lit.value,
      state.relations.value,
      currentLanguage.value,
      letters.value,
    ],
    show,
    { flush: 'post' },
  )
  // A window of another size shows the whole again, unless somebody looks at a part.
  watch(
    () => [aspect.value, size.value, reserved.value],
    () => fitted && isWhole && fit(0),
    { flush: 'post' },
  )
  watch(
    () => ({
      ...moving.value,
      selected: state.selected.value,
      marked: state.marked.value,
      focused: focused.value,
      links: state.links.value,
      pulse: pulse.value,
    }),
    (over: Over) => stage?.mark(over),
    { flush: 'post' },
  )
  watch(
    () => state.aim.value,
    (aim) => {
      if (!aim) return
      lookAt(aim.at, aim.close)
      if (aim.close) ring()
    },
    { flush: 'post' },
  )

  return {
    layout,
    palette,
    view,
    detail,
    size,
    focused,
    moving,
    fit,
    lookAt,
    /** Whether chips are so large that they list firms. */
    near: computed(() => detail.value >= FIRMS),
    zoomBy: (factor: number) => stage?.zoomBy(factor),
    pointAt: (x: number, y: number) => stage?.pointAt(x, y) ?? { x: -1, y: -1 },
    goTo: (x: number, y: number) => {
      if (!stage) return
      const { k } = stage.view
      stage.go({ k, x: size.value.width / 2 - x * k, y: size.value.height / 2 - y * k })
    },
    prepared,
  }
}
