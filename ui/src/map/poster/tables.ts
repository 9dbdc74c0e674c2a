import type { Pen } from './pen'
import type { ToldGap, ToldPark, ToldTarget } from './request'
import type { Say } from './words'

const scoreText = (score: number | null, say: Say): string =>
  score === null ? say('too_little') : score.toFixed(1)

/** A heading of a part of a page; returns where the part begins. */
export function heading(pen: Pen, x: number, y: number, text: string, size: number): number {
  pen.line(x, y + size * 0.7, text, { size, colour: pen.palette.ink, bold: true }, pen.width)
  return y + size * 1.6
}

/** Which columns are of numbers, how high a row is in letters, what stands where there is none, a column of smaller letters. */
interface Look {
  ends?: readonly number[]
  high?: number
  none: string
  small?: { at: number; size: number }
}

/** Rows under a line of column names; returns where the next part may begin. */
function table(
  pen: Pen,
  [x, y, width, size]: readonly [number, number, number, number],
  heads: readonly string[],
  shares: readonly number[],
  rows: readonly (readonly string[])[],
  { ends = [], high = 1.75, none, small }: Look,
): number {
  if (!rows.length) {
    pen.line(x, y + size, none, { size, colour: pen.palette.ink3 }, width)
    return y + size * 2
  }
  const room = width - size * (shares.length - 1)
  const columns = shares.map((share, at) => ({
    width: room * share,
    align: ends.includes(at) ? ('end' as const) : ('start' as const),
  }))
  const [top, step] = [size * 1.75, size * high]
  pen.row(x, y + top / 2, heads, columns, { size: size - 1, colour: pen.palette.ink3 })
  pen.rule(x, y + top, width)
  rows.forEach((row, at) => {
    const bold = columns.map((one, column) => ({
      ...one,
      bold: column === 1,
      size: column === small?.at ? small.size : size,
    }))
    pen.row(x, y + top + step * (at + 0.5), row, bold, { size, colour: pen.palette.ink }, step)
    pen.rule(x, y + top + step * (at + 1), width)
  })
  return y + top + step * rows.length
}

type Place = readonly [x: number, y: number, width: number, size: number]

/** Gaps, the widest first. */
export function gapTable(pen: Pen, place: Place, gaps: readonly ToldGap[], say: Say): number {
  const heads = ['#', say('gap'), say('within'), say('score'), say('rank_span')]
  const rows = gaps.map(({ rank, name, path, score, rank_low, rank_high }) => [
    String(rank),
    name,
    path.join(' › '),
    score.toFixed(1),
    rank_low === rank_high ? String(rank_low) : `${rank_low}–${rank_high}`,
  ])
  return table(pen, place, heads, [0.05, 0.33, 0.38, 0.11, 0.13], rows, { ends: [3, 4], none: say('no_gap') })
}

/** Enterprises to call, the best first; those with too little evidence last and without a number. */
export function targetTable(pen: Pen, place: Place, targets: readonly ToldTarget[], say: Say): number {
  const heads = ['#', say('target'), say('place'), say('closes'), say('score')]
  const rows = targets.map(({ name, region, park, segment, score }, at) => [
    String(at + 1),
    name,
    [region, park].filter(Boolean).join(' '),
    segment,
    scoreText(score, say),
  ])
  return table(pen, place, heads, [0.05, 0.34, 0.27, 0.22, 0.12], rows, { ends: [4], none: say('no_target') })
}

/** Enterprises to call with what speaks for each, two lines a firm; returns where the next part may begin. */
export function targetList(
  pen: Pen,
  [x, y, width, size]: Place,
  targets: readonly ToldTarget[],
  say: Say,
): number {
  const step = size * 4.4
  const { ink, ink3 } = pen.palette
  const [number, end] = [size * 2, 70]
  const columns = [
    { width: number },
    { width: width * 0.52, bold: true },
    { width: width * 0.48 - number - end - size * 3 },
    { width: end, align: 'end' as const },
  ]
  pen.rule(x, y, width)
  targets.forEach(({ name, region, park, score, why }, at) => {
    const top = y + step * at
    const cells = [String(at + 1), name, region, scoreText(score, say)]
    pen.row(x, top + size * 1.1, cells, columns, { size, colour: ink }, size * 2)
    const [from, room] = [x + number + size, width - number - size]
    const type = { size: size - 2, colour: ink3 }
    // Reasons are told whole or not at all, the first of them first.
    const told = pen.few([park, ...why].filter(Boolean), say('apart'), type, room, 2)
    pen.paragraph(from, top + size * 1.75, told, type, room, 2)
    pen.rule(x, top + step, width)
  })
  return y + step * targets.length
}

/**
 * The shares of columns that are as wide as what stands in them, at the most as wide as `most` says; one of
 * them takes what is left.
 */
function asNeeded(
  pen: Pen,
  heads: readonly string[],
  rows: readonly (readonly string[])[],
  size: number,
  room: number,
  [most, rest]: readonly [readonly number[], number],
): number[] {
  const shares = heads.map((head, at) => {
    if (at === rest) return 0
    const cells = rows.map((row) => row[at] ?? '')
    const wide = Math.max(pen.widest([head], size - 1), pen.widest(cells, size, at === 1)) + 1
    return Math.min(wide / room, most[at] ?? 1)
  })
  const left = 1 - shares.reduce((sum, one) => sum + one, 0)
  return shares.map((share, at) => (at === rest ? left : share))
}

/** How high a table of parks is, in letters: a line of column names, and two lines a park. */
const PARK = 2.35
export const parksHigh = (size: number, parks: number): number => size * (1.75 + PARK * parks)

/** Which column says what else one visit serves. */
const SERVED = 3

/** Parks by what one visit serves. */
export function parkTable(pen: Pen, place: Place, parks: readonly ToldPark[], say: Say): number {
  const heads = ['#', say('park'), say('place'), say('serves'), say('targets')]
  const [, , width, size] = place
  const room = width - size * (heads.length - 1)
  const plain = parks.map(({ name, region, targets }, at) => [
    String(at + 1),
    name,
    region,
    '',
    String(targets),
  ])
  const shares = asNeeded(pen, heads, plain, size, room, [[0.05, 0.38, 0.2, 1, 0.14], SERVED])
  // Two lines of smaller letters.
  const type = { size: Math.round(size * 0.8), colour: pen.palette.ink }
  const more = (rest: number) => say('and_more', { rest })
  const rows = plain.map((row, at) => {
    const gaps = parks[at]?.gaps ?? []
    const few = pen.few(gaps, say('joint'), type, room * (shares[SERVED] ?? 0), 2, more)
    return row.map((cell, column) => (column === SERVED ? few : cell))
  })
  return table(pen, place, heads, shares, rows, {
    ends: [4],
    high: PARK,
    none: say('no_park'),
    small: { at: SERVED, size: type.size },
  })
}
