/** Narrower is no column, and wider would push the others out of view. */
const NARROWEST = 48
const WIDEST = 480
/** Of the heading's menu, so that it covers no letters. */
const BUTTON = 20

/**
 * The width at which a column shows its heading, its total and all of its cells that are drawn now, in pixels.
 * Nothing where the column is not drawn. What a group is called may reach over the cells beside it and is not asked.
 */
export function fittingWidth(grid: HTMLElement, id: string): number | undefined {
  const head = grid.querySelector<HTMLElement>(`[data-head="${CSS.escape(id)}"]`)
  if (!head) return undefined
  const at = head.dataset.at ?? ''
  const foot = grid.querySelector<HTMLElement>(`.foot [aria-colindex="${Number(at) + 2}"]`)
  const cells = grid.querySelectorAll<HTMLElement>(`.row:not(.band) > .cell[data-col="${at}"]`)
  const pinned = grid.querySelectorAll<HTMLElement>(`.row:not(.band) > .pin > .cell[data-col="${at}"]`)
  const all = [head, ...(foot ? [foot] : []), ...cells, ...pinned]
  const before = all.map((one) => one.style.width)
  // All are let go before any is read, so that the page is laid out once.
  for (const one of all) one.style.width = 'max-content'
  const widths = all.map((one) => one.getBoundingClientRect().width + (one === head ? BUTTON : 0))
  all.forEach((one, index) => (one.style.width = before[index] ?? ''))
  return Math.min(WIDEST, Math.max(NARROWEST, Math.ceil(Math.max(...widths)) + 1))
}
