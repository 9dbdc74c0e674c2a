/** A run of a text: plain, a word that points to a segment, or one that says it is only sold. */
export interface Run {
  text: string
  as?: 'word' | 'sold'
}

/** A text with the words in it marked; where two lie over each other, the longer one. */
export function marked(text: string, words: readonly string[], sold: readonly string[]): Run[] {
  const low = text.toLowerCase()
  const found: { from: number; to: number; as: 'word' | 'sold' }[] = []
  const look = (word: string, as: 'word' | 'sold') => {
    const wanted = word.toLowerCase()
    if (!wanted) return
    for (let from = low.indexOf(wanted); from >= 0; from = low.indexOf(wanted, from + wanted.length))
      found.push({ from, to: from + wanted.length, as })
  }
  words.forEach((word) => look(word, 'word'))
  sold.forEach((word) => look(word, 'sold'))
  found.sort((a, b) => a.from - b.from || b.to - a.to)
  const runs: Run[] = []
  let at = 0
  for (const { from, to, as } of found) {
    if (from < at) continue
    if (from > at) runs.push({ text: text.slice(at, from) })
    runs.push({ text: text.slice(from, to), as })
    at = to
  }
  if (at < text.length) runs.push({ text: text.slice(at) })
  return runs
}

/** As much of a text as shows its first marked word within `room` letters. */
export function excerpt(text: string, words: readonly string[], room: number): string {
  const low = text.toLowerCase()
  const places = words.map((word) => low.indexOf(word.toLowerCase())).filter((at) => at >= 0)
  const first = Math.min(...places, text.length)
  if (first === text.length || first < room / 3) return text.slice(0, room)
  const from = Math.max(0, first - Math.floor(room / 6))
  return `…${text.slice(from, from + room)}`
}
