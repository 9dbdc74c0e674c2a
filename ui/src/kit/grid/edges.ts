/** The way an arrow key points. */
export type Way = 'up' | 'down' | 'left' | 'right'

const WAYS: Record<string, Way> = {
  ArrowUp: 'up',
  ArrowDown: 'down',
  ArrowLeft: 'left',
  ArrowRight: 'right',
}

/** The way of a jump to where something ends or begins: an arrow with Ctrl. */
export function jumpOf(event: KeyboardEvent): Way | undefined {
  return (event.ctrlKey || event.metaKey) && !event.altKey ? WAYS[event.key] : undefined
}

/**
 * Where such a jump ends among `count` places: among filled ones at the last of them, else at the next filled
 * one, else at the end. Nothing where it is not known whether a place is filled.
 */
export function jumped(
  count: number,
  from: number,
  back: boolean,
  filled: (at: number) => boolean | undefined,
): number | undefined {
  const step = back ? -1 : 1
  const inside = (at: number) => at >= 0 && at < count
  let at = from + step
  if (!inside(at)) return from
  const here = filled(from)
  const next = filled(at)
  if (here === undefined || next === undefined) return undefined
  const run = here && next
  for (;;) {
    if (!run && filled(at)) return at
    if (!inside(at + step)) return at
    const further = filled(at + step)
    if (further === undefined && (run || !filled(at))) return undefined
    if (run && !further) return at
    at += step
  }
}
