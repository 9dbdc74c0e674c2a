import { computed, onScopeDispose, shallowReactive } from 'vue'

/** Where an action stands in the command palette and on the shortcut sheet. */
export type ActionGroup = 'record' | 'page' | 'new' | 'go' | 'window' | 'setting'

/** Something a person can do now, by name or by keys. */
export interface Action {
  /** Its name in the program; the palette finds it by this too. */
  id: string
  group: ActionGroup
  /** What it is called in the present language. */
  label: string
  /** Its keys: 'Ctrl+Shift+F', 'Alt+ArrowDown', '?'. Those with Ctrl or Alt work everywhere. */
  keys?: string
  /** Other keys for the same, where the first would write text. */
  also?: string
  /** A part of the page hears its keys itself, while it has the focus; they are only told here. */
  own?: boolean
  run: () => void
}

type Offer = () => Action[]

const offers = shallowReactive(new Set<Offer>())

/** Offers these actions as long as the calling component lives; `offer` is asked anew at every look. */
export function useActions(offer: Offer): void {
  offers.add(offer)
  onScopeDispose(() => offers.delete(offer))
}

/** All actions on offer; a later page's stand before the window's own. */
export const allActions = computed<Action[]>(() => [...offers].reverse().flatMap((offer) => offer()))

/** Whether a pressed key is this chord. Shift matters only where a letter or an arrow is pressed. */
export function isChord(event: KeyboardEvent, keys: string): boolean {
  const parts = keys.split(/\+(?=.)/)
  const last = parts.pop() ?? ''
  const wants = (name: string) => parts.includes(name)
  if ((event.ctrlKey || event.metaKey) !== wants('Ctrl') || event.altKey !== wants('Alt')) return false
  if ((last.length > 1 || /[a-z]/i.test(last)) && event.shiftKey !== wants('Shift')) return false
  // With Alt held, a digit's key may write something else.
  return event.key.toLowerCase() === last.toLowerCase() || event.code === `Digit${last}`
}
