import type { State } from '../scene'
import type { Palette } from './palette'
import type { Look, Surface } from './surface'

/** The sign of a state: filled disc, half disc, cross, plus, question mark; told apart without colour. */
export function drawSign(
  surface: Surface,
  state: State,
  x: number,
  y: number,
  radius: number,
  palette: Palette,
): void {
  const { mark } = palette.states[state]
  const stroke: Look = { stroke: mark, width: Math.max(1.5, radius * 0.36) }
  const arm = radius * 0.8
  if (state === 'strong') surface.disc(x, y, radius, { fill: mark })
  else if (state === 'weak') {
    surface.disc(x, y, radius - 0.6, { stroke: mark, width: 1.3 })
    surface.path(halfDisc(x, y, radius - 0.6), { fill: mark })
  } else if (state === 'missing') {
    surface.path([x - arm, y - arm, x + arm, y + arm], stroke)
    surface.path([x - arm, y + arm, x + arm, y - arm], stroke)
  } else if (state === 'extend') {
    surface.path([x - radius, y, x + radius, y], stroke)
    surface.path([x, y - radius, x, y + radius], stroke)
  } else
    surface.text(x, y, '?', { size: Math.round(radius * 2.2), colour: mark, bold: true, align: 'middle' })
}

const HALF = Array.from({ length: 9 }, (_, at) => Math.PI / 2 + (at * Math.PI) / 8)

function halfDisc(x: number, y: number, radius: number): number[] {
  return HALF.flatMap((angle) => [x + radius * Math.cos(angle), y - radius * Math.sin(angle)])
}

/** The number of a gap in place of its sign. */
export function drawPin(
  surface: Surface,
  rank: number,
  x: number,
  y: number,
  radius: number,
  palette: Palette,
): void {
  surface.disc(x, y, radius, { fill: palette.states.missing.mark })
  const size = Math.max(8, Math.round(radius * (rank > 9 ? 1.15 : 1.35)))
  surface.text(x, y + 0.5, String(rank), { size, colour: palette.onMark, bold: true, align: 'middle' })
}

/** The frame of a chip in a state. */
export function frameOf(state: State, palette: Palette): Look {
  const { mark } = palette.states[state]
  if (state === 'strong') return { stroke: mark, width: 1.6 }
  if (state === 'weak') return { stroke: mark, width: 1.1 }
  if (state === 'missing') return { stroke: mark, width: 1.2, dash: [4, 3] }
  if (state === 'extend') return { stroke: mark, width: 1.2, dash: [1.5, 2.5] }
  return { stroke: palette.line, width: 1 }
}
