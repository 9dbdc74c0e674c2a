import type { Measure } from './surface'

/** A syllable as English mostly begins one: a consonant, a vowel, and something more. */
const SYLLABLE = /^[b-df-hj-np-tv-xz][aeiouy][a-z]/i

const isHan = (letter: string) => letter > '\u2e7f'
/**
 * Where a line may end: between Chinese letters, and after a space or a hyphen; never before a mark that closes,
 * nor after one that opens.
 */
const PIECE =
  /[“（《【]*[\u2e80-\u{10ffff}][，。、；：！？）》】”]*|“*[^\u2e80-\u{10ffff}\s“-]+-?[，。、；：！？）》】”]*\s*|\s+|./gu
const pieces = (text: string): string[] => text.match(PIECE) ?? []

/** The room for a text: how wide, and how many lines of letters of a size. */
export interface Room {
  width: number
  most: (size: number) => number
}

export interface Fitted {
  size: number
  lines: readonly string[]
  /** Nothing of the text is left out. */
  whole: boolean
}

/** One line, whatever the size of its letters. */
export const ONE = (): number => 1

/** Whether something of a text was left out where it was divided into lines. */
const isCut = (lines: readonly string[], text: string): boolean =>
  lines.some((line) => !line || (line.endsWith('…') && !text.includes(line)))

/** The forms of a name, the longest first. */
export interface Forms {
  /** The name, and in usual abbreviations. */
  whole: readonly string[]
  /** Fewer and fewer words of it: the last shortened, or left out and … in its place; at last the first, shortened. */
  parts: readonly string[]
}

const asItIs = (name: string): Forms => ({ whole: [name], parts: [] })

/** Divides texts into lines that fit, and remembers how. */
export class Fitter {
  private readonly known = new Map<string, readonly string[]>()
  private readonly named = new Map<string, Forms>()

  constructor(
    readonly measure: Measure,
    /** How names are told shorter: `formsOf`, which is loaded only where there are names that it shortens. */
    private readonly formsOf: (name: string) => Forms = asItIs,
  ) {}

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

  /** The text in the largest letters in which it is whole in so many lines; else in the least, cut. */
  fit(text: string, sizes: readonly [largest: number, least: number], bold: boolean, room: Room): Fitted {
    const [largest, least] = sizes
    let broken: Fitted | undefined
    for (let size = largest; ; size--) {
      const lines = this.lines(text, size, bold, room.width, room.most(size))
      const whole = !isCut(lines, text)
      // Smaller letters are better than a word that goes on in the next line.
      const unbroken = whole && lines.every((line) => text.includes(line))
      if (unbroken) return { size, lines, whole }
      if (whole) broken ??= { size, lines, whole }
      if (size <= least) return broken ?? { size, lines, whole }
    }
  }

  /** A name and its shorter forms. */
  forms(name: string): Forms {
    let found = this.named.get(name)
    if (!found) {
      if (this.named.size > 6000) this.named.clear()
      this.named.set(name, (found = this.formsOf(name)))
    }
    return found
  }

  /** The first of several names, each in all its forms, that is whole; the last, cut, where none is. */
  fitName(names: readonly string[], sizes: readonly [number, number], bold: boolean, room: Room): Fitted {
    let fitted: Fitted = { size: sizes[1], lines: [], whole: true }
    const forms = names.map((name) => this.forms(name))
    // Of two names a shorter one is better than a part of the longer.
    for (const form of [...forms.flatMap(({ whole }) => whole), ...forms.flatMap(({ parts }) => parts)]) {
      fitted = this.fit(form, sizes, bold, room)
      if (fitted.whole) break
    }
    return fitted
  }

  /** Whether nothing of a text is left out in so many lines. */
  isWhole(text: string, size: number, bold: boolean, width: number, most: number): boolean {
    return !isCut(this.lines(text, size, bold, width, most), text)
  }

  private divide(text: string, size: number, bold: boolean, width: number, most: number): readonly string[] {
    const wide = (part: string) => this.measure(part, size, bold)
    if (wide(text) <= width) return [text]
    const words = this.parted(text, wide, width, most, false)
    if (!isCut(words, text)) return words
    const parts = this.parted(text, wide, width, most, true)
    return isCut(parts, text) ? words : parts
  }

  /** The lines of a text; a word longer than a line is cut, or goes on in the next one where that may be. */
  private parted(
    text: string,
    wide: (part: string) => number,
    width: number,
    most: number,
    broken: boolean,
  ): readonly string[] {
    const lines: string[] = []
    let line = ''
    const parts = pieces(text)
    for (let at = 0; at < parts.length; at++) {
      let part = parts[at] ?? ''
      while (broken && lines.length + (line ? 2 : 1) < most && wide(part.trimEnd()) > width) {
        const head = this.head(part, width, wide)
        if (!head) break
        if (line) lines.push(line.trimEnd())
        lines.push(`${head}-`)
        line = ''
        part = part.slice(head.length)
      }
      if (!line || wide((line + part).trimEnd()) <= width) {
        line += part
        continue
      }
      if (lines.length + 1 === most) return [...lines, this.cut(line + parts.slice(at).join(''), width, wide)]
      lines.push(this.cut(line.trimEnd(), width, wide))
      line = part.trimStart()
    }
    lines.push(this.cut(line.trimEnd(), width, wide))
    return balanced(lines, width, wide)
  }

  /**
   * As much of a word as stands in a line with a hyphen, up to a syllable where one begins; nothing where
   * that is a letter or two.
   */
  private head(word: string, width: number, wide: (part: string) => number): string {
    let long = word.trimEnd().length - 2
    while (long > 2 && wide(`${word.slice(0, long)}-`) > width) long--
    let at = long
    while (at > 2 && !SYLLABLE.test(word.slice(at))) at--
    return long > 2 ? word.slice(0, at > 2 ? at : long) : ''
  }

  private cut(text: string, width: number, wide: (part: string) => number): string {
    if (wide(text) <= width) return text
    const letters = [...text]
    const head = (count: number) => `${letters.slice(0, count).join('').trimEnd()}…`
    // The most letters that fit, found by halves: a text may be long.
    let [kept, over] = [1, letters.length]
    while (over - kept > 1) {
      const half = (kept + over) >> 1
      if (wide(head(half)) <= width) kept = half
      else over = half
    }
    return width < wide('…') ? '' : head(kept)
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
