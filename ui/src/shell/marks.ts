/** A marked stretch of a text, in UTF-16 units: from, to. */
export type Mark = readonly [number, number]

/** A text cut at its marks. */
export function pieces(text: string, marks: readonly Mark[]): { text: string; marked: boolean }[] {
  const found: { text: string; marked: boolean }[] = []
  let at = 0
  for (const [from, to] of [...marks].sort((a, b) => a[0] - b[0])) {
    const start = Math.max(from, at)
    if (to <= start || start >= text.length) continue
    if (start > at) found.push({ text: text.slice(at, start), marked: false })
    found.push({ text: text.slice(start, to), marked: true })
    at = Math.min(to, text.length)
  }
  if (at < text.length) found.push({ text: text.slice(at), marked: false })
  return found
}

/** Where a typed text stands in a label; nothing where it does not. */
export function marksOf(label: string, typed: string): Mark[] {
  const at = label.toLowerCase().indexOf(typed.toLowerCase())
  return typed && at >= 0 ? [[at, at + typed.length]] : []
}
