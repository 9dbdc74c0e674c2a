/**
 * Under Linux WebKit has no name for the key that the system calls “left tab”: Shift and Tab. It is told by
 * where it lies, and named here before anything asks for it.
 */
export function nameBackTab(): void {
  const named = (event: KeyboardEvent) => {
    if (event.code === 'Tab' && event.key === 'Unidentified')
      Object.defineProperty(event, 'key', { value: 'Tab' })
  }
  for (const type of ['keydown', 'keyup'] as const) window.addEventListener(type, named, true)
}
