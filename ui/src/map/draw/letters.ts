import type { Measure } from './surface'

const isHan = (letter: string) => letter > '\u2e7f'
/** Where a line may end: between Chinese letters, and after a space or a hyphen. */
function pieces(text: string): string[] {
  return text.match(/[\u2e80-\uffff][，。、）》】”]?|[^\u2e80-\uffff\s-]+-?\s*|\s+|-/g) ?? []
}

/** Divides texts into lines that fit, and remembers how. */
export class Fitter {
  private readonly known = new Map<string, readonly string[]>()

  constructor(readonly measure: Measure) {}

  /** The text in at most `most` lines of `width`; the last ends in … where something is left over. */
  lines(text: string, size: number, bold: boolean, width: number, most: number): readonly string[] {
    const room = Math.max(0, Math.floor(width))
    const key = `${size}${bold ? 'b' : ''} ${room} ${most} ${text}`
    let found = this.known.get(key)
    if (!found) {
      if (this.known.size > 6000) this.known.clear()
      this.known.set(key, (found = this.divide(text, size, bold, room, most)))
    }
    return found
  }

  /** The text in one line, cut where it must be. */
  line(text: string, size: number, bold: boolean, width: number): string {
    return this.lines(text, size, bold, width, 1)[0] ?? ''
  }

  private divide(text: string, size: number, bold: boolean, width: number, most: number): readonly string[] {
    const wide = (part: string) => this.measure(part, size, bold)
    if (wide(text) <= width) return [text]
    const lines: string[] = []
    let line = ''
    const parts = pieces(text)
    for (let at = 0; at < parts.length; at++) {
      const part = parts[at] ?? ''
      if (!line || wide((line + part).trimEnd()) <= width) {
        line += part
        continue
      }
      if (lines.length + 1 === most) return [...lines, this.cut(line + parts.slice(at).join(''), width, wide)]
      // A word longer than a line is cut in it; what comes after it stands in the next.
      lines.push(this.cut(line.trimEnd(), width, wide))
      line = part.trimStart()
    }
    lines.push(this.cut(line.trimEnd(), width, wide))
    return balanced(lines, width, wide)
  }

  private cut(text: string, width: number, wide: (part: string) => number): string {
    if (wide(text) <= width) return text
    let kept = [...text]
    while (kept.length > 1 && wide(`${kept.join('').trimEnd()}…`) > width) kept = kept.slice(0, -1)
    return width < wide('…') ? '' : `${kept.join('').trimEnd()}…`
  }
}

/** Two lines of Chinese of nearly the same length read better than a full one and a rest of one letter. */
function balanced(lines: string[], width: number, wide: (part: string) => number): string[] {
  const [first, second] = lines
  if (lines.length !== 2 || !first || !second || ![...first, ...second].every(isHan)) return lines
  const all = [...first, ...second]
  if (second.length >= 2) return lines
  const half = Math.ceil(all.length / 2)
  const even = [all.slice(0, half).join(''), all.slice(half).join('')]
  return even.every((one) => wide(one) <= width) ? even : lines
}
