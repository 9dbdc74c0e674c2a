import type { Absent, Mark, Value } from '@/data/value'

/** What a typed text was read as, or the key of the sentence that says why it could not be. */
export type Reading = { ok: true; value: Value } | { ok: false; why: string }

export const read = (value: Value): Reading => ({ ok: true, value })
export const unread = (why: string): Reading => ({ ok: false, why: `ui.read.${why}` })

/** Full-width digits, letters and signs become plain ones; outer blanks go. */
export function folded(text: string): string {
  return text
    .replace(/[\uff01-\uff5e]/g, (one) => String.fromCharCode(one.charCodeAt(0) - 0xfee0))
    .replace(/\u3000/g, ' ')
    .trim()
}

const ABSENT_WORDS: Record<Absent, string[]> = {
  not_applicable: ['不适用', 'n/a', 'na', 'not applicable', '/'],
  unknown: ['未知', '不详', 'unknown'],
  pending: ['待定', 'pending', 'tbd', 'to be decided'],
}

/** A declared absence typed as a word. */
export function readAbsent(text: string): Absent | undefined {
  const word = folded(text).toLowerCase()
  return (Object.keys(ABSENT_WORDS) as Absent[]).find((one) => ABSENT_WORDS[one].includes(word))
}

const BEFORE: [RegExp, Mark][] = [
  [/^(约|大约|近|about|approx\.?|~|≈)\s*/i, 'approximate'],
  [/^(不低于|不少于|至少|at least|≥|>=)\s*/i, 'at_least'],
  [/^(不超过|不高于|至多|at most|≤|<=)\s*/i, 'at_most'],
]
const AFTER: [RegExp, Mark][] = [
  [/\s*(左右|上下|余元?|多元?)$/, 'approximate'],
  [/[余多](?=[十百千万亿]+元?$)/, 'approximate'],
  [/\s*(以上|及以上|\+)$/, 'at_least'],
  [/\s*(以内|以下)$/, 'at_most'],
]

/** Takes the word of inexactness off a text. */
export function takeMark(text: string): { rest: string; mark?: Mark } {
  for (const [pattern, mark] of [...BEFORE, ...AFTER])
    if (pattern.test(text)) return { rest: text.replace(pattern, '').trim(), mark }
  return { rest: text }
}

/** Splits "low-high"; undefined where the text is not a range. */
export function takeRange(text: string): [string, string] | undefined {
  const parts = /^(.*?\d.*?)\s*(?:--?|–|—|~|至|到|\sto\s)\s*(\D{0,4}\d.*)$/i.exec(text)
  return parts?.[1] && parts[2] ? [parts[1].trim(), parts[2].trim()] : undefined
}
