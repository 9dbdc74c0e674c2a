import readings from './readings.json'

/** How the signs in the names of pages and actions are typed on a Latin keyboard. */
const SOUNDS = new Map<string, string[]>()
for (const [syllable, signs] of Object.entries(readings))
  for (const sign of signs) SOUNDS.set(sign, [...(SOUNDS.get(sign) ?? []), syllable])

/** The first sounds that are written with two letters. */
const DOUBLE = /^[zcs]h/

/** What of a sign may be typed: its whole sound or its beginning, and itself where it has no sound. */
function ways(sign: string): string[] {
  return (SOUNDS.get(sign) ?? []).flatMap((one) => [one, one.slice(0, 1), ...(DOUBLE.exec(one) ?? [])])
}

/** Whether these letters sound out the signs from here on: to their end, or only some of them; the last in part. */
function sounded(signs: string[], letters: string): 'whole' | 'part' | undefined {
  if (!letters) return signs.length ? 'part' : 'whole'
  const [first, ...rest] = signs
  if (first === undefined) return undefined
  const found = [first.toLowerCase(), ...ways(first)]
    .filter((way) => letters.startsWith(way))
    .map((way) => sounded(rest, letters.slice(way.length)))
  if (found.includes('whole')) return 'whole'
  const begun = (SOUNDS.get(first) ?? []).some((one) => one.startsWith(letters))
  return found.includes('part') || begun ? 'part' : undefined
}

/** How letters sound out a name: the whole of it, some of it, or nothing; one letter alone means no sound. */
export function soundsLike(name: string, typed: string): 'whole' | 'part' | undefined {
  const letters = typed.toLowerCase().replace(/[\s']/g, '')
  if (!/^[a-z]{2,}$/.test(letters)) return undefined
  const signs = [...name].filter((one) => /[\p{L}\p{N}]/u.test(one))
  if (!signs.some((one) => SOUNDS.has(one))) return undefined
  const found = signs.map((_, at) => sounded(signs.slice(at), letters))
  if (found[0] === 'whole') return 'whole'
  return found.some((one) => one) ? 'part' : undefined
}
