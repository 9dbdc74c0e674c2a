import type { View } from '../draw/options'
import type { Layout } from '../layout/board'
import type { Box } from '../layout/sizes'

/** The part of a view that moves. */
export type Camera = Pick<View, 'x' | 'y' | 'k'>

/** Where a box is seen whole and in the middle, not closer than `most`. */
export function fitBox(box: Box, width: number, height: number, most = 3, pad = 0): Camera {
  const [w, h] = [Math.max(1, width - 2 * pad), Math.max(1, height - 2 * pad)]
  const k = Math.min(most, w / Math.max(1, box.w), h / Math.max(1, box.h))
  return { k, x: width / 2 - (box.x + box.w / 2) * k, y: height / 2 - (box.y + box.h / 2) * k }
}

/** The whole board. */
export const fitAll = (layout: Layout, width: number, height: number): Camera =>
  fitBox({ x: 0, y: 0, w: layout.width, h: layout.height }, width, height, 2)

/** A camera moved no further than the board's edges, so that no half of a window stands empty. */
export function held(camera: Camera, layout: Layout, width: number, height: number, margin = 24): Camera {
  const along = (at: number, long: number, room: number) => {
    const least = room - long - margin
    return least > margin ? (room - long) / 2 : Math.min(margin, Math.max(least, at))
  }
  const { x, y, k } = camera
  return { k, x: along(x, layout.width * k, width), y: along(y, layout.height * k, height) }
}

/** The smallest and the largest scale for a board in a window. */
export function scales(layout: Layout, width: number, height: number): [number, number] {
  const fit = fitAll(layout, width, height).k
  return [fit * 0.8, Math.max(fit * 2, 560 / layout.chip.w)]
}

/** A camera on the way from one to another: the middle moves evenly on the screen while the scale changes. */
export function between(from: Camera, to: Camera, width: number, height: number, at: number): Camera {
  const t = at < 0.5 ? 2 * at * at : 1 - (2 - 2 * at) ** 2 / 2
  const k = from.k * (to.k / from.k) ** t
  const part = Math.abs(to.k / from.k - 1) < 0.001 ? t : (to.k * (k - from.k)) / (k * (to.k - from.k))
  const middle = ({ x, y, k: scale }: Camera) => [(width / 2 - x) / scale, (height / 2 - y) / scale] as const
  const [ax, ay] = middle(from)
  const [bx, by] = middle(to)
  const [cx, cy] = [ax + (bx - ax) * part, ay + (by - ay) * part]
  return { k, x: width / 2 - cx * k, y: height / 2 - cy * k }
}

/** Whether a box lies within the window, a margin left. */
export function isSeen(box: Box, { x, y, k }: Camera, width: number, height: number, margin = 24): boolean {
  const [left, top] = [box.x * k + x, box.y * k + y]
  return (
    left >= margin &&
    top >= margin &&
    left + box.w * k <= width - margin &&
    top + box.h * k <= height - margin
  )
}
