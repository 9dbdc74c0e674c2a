import { onScopeDispose, shallowRef } from 'vue'
import { call, type Kept, type Label, type Undone, type UndoState } from '@/bridge'
import { landed } from './edits'
import { alwaysOnChanged } from './live'
import { passUndoable, say, sayFault, sayStep } from './notices'

export type { Label, Kept }

/** What undo and redo would do now. */
export const undoState = shallowRef<UndoState>({})
/** What the last undo had to leave alone, with reasons; shown until dismissed. */
export const keptBack = shallowRef<Kept[]>([])

/** Asks what undo and redo would do. */
export async function refreshUndo(): Promise<void> {
  undoState.value = await call('undo_state', {}).catch(() => ({}))
}

alwaysOnChanged(() => void refreshUndo())

export type Way = 'undo' | 'redo'

/** Steps in what is not written yet. */
export interface OwnSteps {
  can: (way: Way) => boolean
  step: (way: Way) => void
}
const own = shallowRef<() => OwnSteps | undefined>()
/** The steps of the page that is shown, where it has its own: they come before those of the file. */
export const ownSteps = (): OwnSteps | undefined => own.value?.()

/** Offers the page's own steps as long as the calling component lives. */
export function useOwnSteps(offer: () => OwnSteps | undefined): void {
  own.value = offer
  onScopeDispose(() => {
    if (own.value === offer) own.value = undefined
  })
}

/** One step where one is: in what the page has not written yet, or in the file. */
export function stepHere(way: Way): void {
  const here = ownSteps()
  if (!here) void step(way)
  else if (here.can(way)) here.step(way)
}

/** Says what was taken back or done again, and what stayed. */
export function tellStep(way: Way, { label, kept, templates }: Undone): void {
  keptBack.value = kept
  sayStep(way === 'undo' ? 'ui.undo.undone_of' : 'ui.undo.redone_of', label)
  for (const name of templates) say('ui.undo.template_stays', { name })
}

let running = false

/** Takes the last change back, or does it again. */
export async function step(way: Way): Promise<void> {
  if (running) return
  running = true
  try {
    await landed()
    if (!undoState.value[way]) await refreshUndo()
    const label = undoState.value[way]
    if (!label) return
    const done = await call(way, {})
    passUndoable()
    tellStep(way, done)
  } catch (thrown) {
    sayFault(thrown)
  } finally {
    running = false
    await refreshUndo()
  }
}
