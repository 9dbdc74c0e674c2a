import type { ChainHistory, ChainPoint, ChainShare, Layer, StateChange } from '@/data/chain/types'

/** How much is here: nothing, whether that could be extended to or not, something, enough. */
const HELD: Readonly<Record<string, number>> = { missing: 0, extend: 0, weak: 1, strong: 2 }

/** Whether a link closed, opened again, or was only assessed for the first time, otherwise, or no more. */
export function wayOf({ from, to }: Pick<StateChange, 'from' | 'to'>): 'closed' | 'opened' | 'assessed' {
  const [before, after] = [HELD[from], HELD[to]]
  if (before === undefined || after === undefined || before === after) return 'assessed'
  return after > before ? 'closed' : 'opened'
}

/** Whether people's records tell of a day; before the first of them there is only what the program brought. */
export const isTold = ({ since }: Pick<ChainHistory, 'since'>, at: string): boolean =>
  since !== null && at >= since

/** What a chain, or one layer of it, has at a time; absent where the layer was not there. */
export const shareOf = (point: ChainPoint, layer: Layer | undefined): ChainShare | undefined =>
  layer ? point.layers.find((one) => one.layer === layer)?.completeness : point.completeness

/** How many points a share moved from the first to the last moment at which it is known. */
export function movedBy(history: ChainHistory, layer: Layer | undefined): number | undefined {
  const known = history.points
    .filter((point) => isTold(history, point.at))
    .map((point) => shareOf(point, layer)?.value)
    .filter((value) => typeof value === 'number')
  const [first, last] = [known[0], known.at(-1)]
  return known.length < 2 || first === undefined || last === undefined ? undefined : (last - first) * 100
}

/** The changes that came with a point: those of the month it ends. */
export const changesAt = (history: ChainHistory, at: string): StateChange[] =>
  history.closed.filter((one) => one.at === at)

/** The day so many months before another, in the form the wire takes. */
export function monthsBefore(day: Date, months: number): string {
  const then = new Date(Date.UTC(day.getFullYear(), day.getMonth() - months, 1))
  const last = new Date(Date.UTC(then.getUTCFullYear(), then.getUTCMonth() + 1, 0)).getUTCDate()
  then.setUTCDate(Math.min(day.getDate(), last))
  return then.toISOString().slice(0, 10)
}
