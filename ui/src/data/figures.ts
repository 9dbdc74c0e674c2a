import { ref, shallowRef, watch, type Ref } from 'vue'
import {
  call,
  toFault,
  type Breakdown,
  type Compared,
  type Fault,
  type Figure,
  type FigurePart,
  type Figures,
  type ImportedPart,
} from '@/bridge'
import { useChanged } from './live'
import type { Route } from './route'
import { readings } from './rules'

export type { Breakdown, Compared, Figure, FigurePart, Figures }

/**
 * The year to open with: the present one where it has agreements; else, since the file looks back, the
 * fullest of the last three, so that a stray contract or visit does not stand for a year.
 */
async function opening(years: number[]): Promise<number | undefined> {
  if (years.length < 2) return years[0]
  const last = await Promise.all(years.slice(0, 3).map((year) => call('figures', { year, plain: true })))
  const present = last.find((one) => one.year === new Date().getFullYear())
  if (present?.figures[0]?.ids.length) return present.year
  const rows = (one: Figures) => one.figures.reduce((sum, figure) => sum + figure.ids.length, 0)
  return last.reduce((best, one) => (rows(best) >= rows(one) ? best : one)).year
}

/** The last month of a year. */
export const DECEMBER = 12

/** The month to count to: all of a past year, and the present one as far as it is, like the year before it. */
function usual(year: number): number {
  const now = new Date()
  return year === now.getFullYear() ? now.getMonth() + 1 : DECEMBER
}

/**
 * The figures of a year through a month and their change from the same months of the year before, kept fresh;
 * without a year, the one to open with.
 */
export function useFigures(wanted: Ref<{ year?: number; through?: number }>) {
  const years = ref<number[]>([])
  const figures = shallowRef<Figures>()
  const changes = shallowRef<Map<string, Compared>>(new Map())
  const fault = shallowRef<Fault>()
  const loaded = ref(false)
  let turn = 0

  async function reload(): Promise<void> {
    const mine = ++turn
    try {
      const found = (await call('years', {})).years
      const year = wanted.value.year ?? (await opening(found))
      const period = year && { year, through: wanted.value.through ?? usual(year) }
      const [next, compared] = period
        ? await Promise.all([call('figures', period), call('compare', period)])
        : []
      if (mine !== turn) return
      years.value = year === undefined || found.includes(year) ? found : [year, ...found]
      figures.value = next
      if (next) readings.value = next.rule.settings
      changes.value = new Map(compared?.figures.map((one) => [one.id, one]))
      fault.value = undefined
    } catch (thrown) {
      if (mine === turn) fault.value = toFault(thrown)
    } finally {
      if (mine === turn) loaded.value = true
    }
  }
  watch(wanted, () => void reload(), { immediate: true })
  useChanged(() => void reload())
  return { years, figures, changes, fault, loaded, reload }
}

/** The months of a period in order, those without rows among them; then what is of no known month. */
export function everyMonth(parts: FigurePart[], through: number): FigurePart[] {
  const months = Array.from({ length: through }, (_, at): FigurePart => {
    const key = `${at + 1}`
    return parts.find((one) => one.key === key) ?? { key, count: 0, ids: [] }
  })
  return [...months, ...parts.filter((one) => !months.includes(one))]
}

/** The parts of a figure that open to rows of their own. */
export const MARKS = ['approximate', 'rough', 'missing', 'on_the_line', 'lapsed', 'undecided'] as const
export type Mark = (typeof MARKS)[number]

/** How an address names a part of a breakdown. */
export const partName = (part: FigurePart): string => part.label ?? part.key ?? ''

/** The rows that changed since a freeze, of one figure: `frozen.<id of the freeze>.<figure>`. */
async function rowsSince(snapshot: string, figure: string, part: string): Promise<string[]> {
  const { figures } = await call('frozen_changes', { id: snapshot })
  const found = figures.find((one) => one.id === figure)
  if (part === 'corrected') return found?.corrected.map((one) => one.id) ?? []
  return (part === 'withdrawn' ? found?.withdrawn : found?.late) ?? []
}

/** The records of a kind that an import made, changed, or left to a decision. */
const rowsImported = async (batch: string, kind: string, part: string): Promise<string[]> =>
  (await call('imported', { batch, kind, part: part as ImportedPart })).ids

/**
 * The ids of the rows behind a figure or one of its marks; behind a part of it, `F8.parts`; behind a part
 * of a breakdown of its rows, `F1.chain`; or of those that changed since it was frozen. `import.<batch>` names what
 * an import wrote of a kind.
 */
export async function rowsOf(at: Extract<Route, { page: 'ledger' }>): Promise<string[]> {
  const { kind, year, through, part = 'ids' } = at
  const [figure = '', by, ofFrozen] = at.figure?.split('.') ?? []
  if (figure === 'import') return rowsImported(by ?? '', kind, part)
  if (!year) return []
  if (figure === 'frozen') return rowsSince(by ?? '', ofFrozen ?? '', part)
  const { figures, breakdowns } = await call('figures', { year, ...(through ? { through } : {}) })
  const one = figures.find((found) => found.id === figure)
  if (!by) return MARKS.some((mark) => mark === part) ? (one?.[part as Mark] ?? []) : (one?.ids ?? [])
  const broken = breakdowns.find((found) => found.figure === figure && found.by === by)
  const parts = by === 'parts' ? one?.parts : broken?.parts
  return parts?.find((found) => partName(found) === part)?.ids ?? []
}
