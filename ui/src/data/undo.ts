import { shallowRef } from 'vue'
import { call, type Kept, type Label, type UndoState } from '@/bridge'
import { landed } from './edits'
import { alwaysOnChanged } from './live'
import { passUndoable, sayFault, sayStep } from './notices'

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

let running = false

/** Takes the last change back, or does it again. */
export async function step(way: 'undo' | 'redo'): Promise<void> {
  if (running) return
  running = true
  try {
    await landed()
    if (!undoState.value[way]) await refreshUndo()
    const label = undoState.value[way]
    if (!label) return
    const done = await call(way, {})
    keptBack.value = done.kept
    passUndoable()
    sayStep(way === 'undo' ? 'ui.undo.undone_of' : 'ui.undo.redone_of', label)
  } catch (thrown) {
    sayFault(thrown)
  } finally {
    running = false
    await refreshUndo()
  }
}
