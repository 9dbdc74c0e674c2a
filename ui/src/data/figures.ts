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

/** The rows of a figure that carry one month's bar are named `M1` to `M12`. */
export const monthFigure = (month: number): string => `M${month}`

/** The ids of the rows behind a figure, or behind one month of the plot. */
export async function rowsOf(figure: string, year: number, part: Part): Promise<string[]> {
  const { figures, by_month } = await call('figures', { year })
  const month = /^M(\d+)$/.exec(figure)?.[1]
  if (month) return by_month.find((one) => one.month === Number(month))?.ids ?? []
  return figures.find((one) => one.id === figure)?.[part] ?? []
}
