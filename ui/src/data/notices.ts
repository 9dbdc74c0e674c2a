import { shallowRef } from 'vue'
import { toFault, type Fault, type Label } from '@/bridge'

/** One line shown for a while at the foot of the window. */
export interface Notice {
  key: number
  tone: 'done' | 'warning' | 'fault'
  /** Key of a text in the words, with its parameters; or a fault, which brings its own text. */
  text?: { key: string; params?: Record<string, string | number> }
  fault?: Fault
  /** The step that was taken back or done again, which the text names as `what`. */
  step?: Label
  undoable?: boolean
}

export const notices = shallowRef<Notice[]>([])
let last = 0

/**
 * Takes away what offers an undo: another step was taken, and the undo beside the older one would take back that
 * step instead.
 */
export function passUndoable(): void {
  if (notices.value.some((one) => one.undoable)) notices.value = notices.value.filter((one) => !one.undoable)
}

function add(notice: Omit<Notice, 'key'>, life: number): void {
  const key = ++last
  if (notice.undoable) passUndoable()
  // The same sentence said again takes the place of the old one.
  const said = JSON.stringify(notice)
  const others = notices.value.filter((one) => JSON.stringify({ ...one, key: undefined }) !== said)
  notices.value = [...others.slice(-2), { ...notice, key }]
  setTimeout(() => dismiss(key), life)
}

/** Takes a notice away. */
export function dismiss(key: number): void {
  notices.value = notices.value.filter((one) => one.key !== key)
}

/** Says that something was done; `undoable` offers undo beside it. */
export function say(key: string, params?: Record<string, string | number>, undoable = false): void {
  add({ tone: 'done', text: { key, params }, undoable }, 6000)
}

/** Says which step was taken back, or done again. */
export function sayStep(key: string, step: Label): void {
  add({ tone: 'done', text: { key }, step }, 6000)
}

/** Says something the user should look at. */
export function warn(key: string, params?: Record<string, string | number>): void {
  add({ tone: 'warning', text: { key, params } }, 9000)
}

/** Shows why something was refused. */
export function sayFault(thrown: unknown): void {
  add({ tone: 'fault', fault: toFault(thrown) }, 12000)
}
