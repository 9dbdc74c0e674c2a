/** True while an input-method editor holds the key: the key belongs to it, not to us. */
export function isComposing(event: KeyboardEvent): boolean {
  return event.isComposing || event.keyCode === 229
}

/** Escape that takes letters back in an input method closes nothing. */
export function keepOpen(event: KeyboardEvent): void {
  if (isComposing(event)) event.preventDefault()
}
