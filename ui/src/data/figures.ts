import { ref, shallowRef, watch, type Ref } from 'vue'
import { call, toFault, type Fault, type Figure, type Figures, type Month } from '@/bridge'
import { useChanged } from './live'

export type { Figure, Figures, Month }

/**
 * The figures to open with: of the present year where it has agreements; else, since the file looks
 * back, of the fullest of the last three years, so that a stray contract does not stand for a year.
 */
async function opening(years: number[]): Promise<Figures | undefined> {
  const present = new Date().getFullYear()
  if (years.includes(present)) return call('figures', { year: present })
  const last = await Promise.all(years.slice(0, 3).map((year) => call('figures', { year })))
  const signed = (one: Figures) => one.figures[0]?.ids.length ?? 0
  return last.reduce<Figures | undefined>(
    (best, one) => (best && signed(best) >= signed(one) ? best : one),
    undefined,
  )
}

/** The signing figures of a year, kept fresh; without a year, of the one to open with. */
export function useFigures(wanted: Ref<number | undefined>) {
  const years = ref<number[]>([])
  const figures = shallowRef<Figures>()
  const fault = shallowRef<Fault>()
  const loaded = ref(false)
  let turn = 0

  async function reload(): Promise<void> {
    const mine = ++turn
    try {
      const found = (await call('years', {})).years
      const asked = wanted.value
      const next = asked === undefined ? await opening(found) : await call('figures', { year: asked })
      if (mine !== turn) return
      years.value = asked !== undefined && !found.includes(asked) ? [asked, ...found] : found
      figures.value = next
      fault.value = undefined
    } catch (thrown) {
      if (mine === turn) fault.value = toFault(thrown)
    } finally {
      if (mine === turn) loaded.value = true
    }
  }
  watch(wanted, () => void reload(), { immediate: true })
  useChanged(() => void reload())
  return { years, figures, fault, loaded, reload }
}

/** The parts of a figure that open to rows. */
export type Part = 'ids' | 'approximate' | 'missing' | 'on_the_line'

/** One mark of a plot and the rows behind it; without a key, those where nothing is filled in. */
export interface BreakdownPart {
  key: string | null
  label?: string
  count: number
  /** In yuan, not rounded. */
  yuan: string
  /** In the figure's unit, rounded once. */
  display: string
  ids: string[]
}
/** The year's signed projects divided by one property. */
export interface Breakdown {
  by: string
  parts: BreakdownPart[]
}

/** The breakdowns of a year's figures. */
export function breakdownsOf(figures: Figures): Breakdown[] {
  const parts = figures.by_month.map(({ month, count, yuan, display, ids }) => ({
    key: String(month),
    count,
    yuan,
    display,
    ids,
  }))
  return [{ by: 'month', parts }]
}

/** How an address names a part of a breakdown. */
export const partName = (part: BreakdownPart): string => part.label ?? part.key ?? ''

/** The ids of the rows behind a figure, or behind one part of a breakdown, `by.chain`. */
export async function rowsOf(figure: string, year: number, part: Part | string): Promise<string[]> {
  const found = await call('figures', { year })
  const by = /^by\.(.+)$/.exec(figure)?.[1]
  const breakdown = breakdownsOf(found).find((one) => one.by === by)
  if (breakdown) return breakdown.parts.find((one) => partName(one) === part)?.ids ?? []
  return found.figures.find((one) => one.id === figure)?.[part as Part] ?? []
}
