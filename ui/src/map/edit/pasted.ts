/** One line of a pasted list with the lines below it. */
interface Line {
  name: string
  /** What stands behind the name, tabs and all. */
  rest: string
  below: Line[]
}

/** A pasted list in which no parent has two parts of one name. */
export interface Pasted {
  /** What is left to add. */
  text: string
  count: number
  /** Names that stood twice under one parent; each is added once, with the parts of both. */
  twice: string[]
  /** Names that the map has there already; they are left out. */
  present: string[]
  /** The same, with parts of their own: they come a second time. */
  again: string[]
}

/** How far a line is indented, as the program counts it. */
function indentation(line: string): number {
  let width = 0
  for (const sign of /^\s*/.exec(line)?.[0] ?? '') width += sign === '\t' ? 4 : sign === '\u3000' ? 2 : 1
  return width
}

/** Reads a list as it would be added beside these names. */
export function pastedIn(text: string, beside: readonly string[]): Pasted {
  const root: Line = { name: '', rest: '', below: [] }
  const twice = new Set<string>()
  let above: { width: number; line: Line }[] = []
  for (const written of text.split(/\r?\n/)) {
    if (!written.trim()) continue
    const width = indentation(written)
    above = above.filter((known) => known.width < width)
    const [name = '', ...rest] = written.trim().split('\t')
    const parent = above.at(-1)?.line ?? root
    let line = parent.below.find((known) => known.name === name.trim())
    if (line) twice.add(line.name)
    else {
      line = { name: name.trim(), rest: rest.map((cell) => `\t${cell}`).join(''), below: [] }
      parent.below.push(line)
    }
    above.push({ width, line })
  }
  const there = root.below.filter((line) => beside.includes(line.name))
  const left = root.below.filter((line) => line.below.length > 0 || !there.includes(line))
  const out: string[] = []
  const write = (line: Line, depth: number) => {
    out.push(' '.repeat(depth * 2) + line.name + line.rest)
    line.below.forEach((inner) => write(inner, depth + 1))
  }
  left.forEach((line) => write(line, 0))
  const named = (lines: Line[]) => lines.map((line) => line.name)
  return {
    text: out.join('\n'),
    count: out.length,
    twice: [...twice],
    present: named(there.filter((line) => !left.includes(line))),
    again: named(there.filter((line) => left.includes(line))),
  }
}
