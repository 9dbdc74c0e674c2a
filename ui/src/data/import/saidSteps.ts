import { ref } from 'vue'
import { nothingSaid, type Said } from './said'

/** Steps that are kept at most. */
const MOST = 100

/** What was said before about a file, step by step, so that it can be said again. */
export function saidSteps(said: Said) {
  const text = () => JSON.stringify(said)
  const before = ref<string[]>([])
  const after = ref<string[]>([])
  const nothing = text()
  let now = nothing

  function say(next: string): void {
    now = next
    // What is absent in it is to be absent again.
    Object.assign(said, { template: undefined }, nothingSaid(), JSON.parse(next))
  }
  return {
    /** Notes what is said now; the same again is no step. */
    note(): void {
      const next = text()
      if (next === now) return
      before.value = [...before.value.slice(1 - MOST), now]
      after.value = []
      now = next
    },
    /** Says what was said in an earlier window, in one step. */
    resume(next: string): void {
      before.value = [now]
      after.value = []
      say(next)
    },
    /** What is said now, to be resumed. */
    text,
    /** Whether anything is said now. */
    any: (): boolean => now !== nothing,
    /** Whether there is a step that way. */
    can: (way: 'undo' | 'redo'): boolean => (way === 'undo' ? before : after).value.length > 0,
    /** Says again what was said one step before, or after it. */
    step(way: 'undo' | 'redo'): boolean {
      const [from, to] = way === 'undo' ? [before, after] : [after, before]
      const next = from.value.at(-1)
      if (next === undefined) return false
      from.value = from.value.slice(0, -1)
      to.value = [...to.value, now]
      say(next)
      return true
    },
    forget(): void {
      before.value = after.value = []
      now = nothing
    },
  }
}
