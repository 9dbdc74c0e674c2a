/** True while an input-method editor holds the key: the key belongs to it, not to us. */
export function isComposing(event: KeyboardEvent): boolean {
  return event.isComposing || event.keyCode === 229
}
