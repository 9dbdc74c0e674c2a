/**
 * Whether a box lost the focus only because its whole window did. Somebody looks something up in another
 * window and comes back: what is half typed must wait for them.
 */
export const windowLeft = (event: FocusEvent): boolean =>
  !document.hasFocus() && document.activeElement === event.target
