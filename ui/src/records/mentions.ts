/** A person whom a text may mention. */
export interface Person {
  id: string
  title: string
}

/** The longest name that is looked for after an @. */
const LONGEST = 24

/** The mention that is being typed before the caret: where its @ stands, and what follows it. */
export function mentionAt(text: string, caret: number): { start: number; typed: string } | undefined {
  const found = /[@＠]([^\s@＠]*)$/.exec(text.slice(0, caret))
  if (!found || (found[1]?.length ?? 0) > LONGEST) return undefined
  // An @ after a Latin letter or digit is an address, not a mention.
  const before = text[found.index - 1]
  if (before && /[\w.]/.test(before)) return undefined
  return { start: found.index, typed: found[1] ?? '' }
}

/** The text with a mention put in its place, and where the caret stands then. */
export function putMention(text: string, start: number, caret: number, name: string) {
  const put = `@${name} `
  return { text: text.slice(0, start) + put + text.slice(caret), caret: start + put.length }
}

/** A text cut at its mentions; longer names first, so that 王小明 is not taken for 王小. */
export function mentionPieces(text: string, people: Person[]): { text: string; person?: Person }[] {
  const names = people.map((one) => one.title).filter(Boolean)
  if (!names.length) return text ? [{ text }] : []
  const escaped = [...names]
    .sort((a, b) => b.length - a.length)
    .map((name) => name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
  return text
    .split(new RegExp(`(@(?:${escaped.join('|')}))`))
    .filter(Boolean)
    .map((part) => {
      const person = part.startsWith('@') ? people.find((one) => part === `@${one.title}`) : undefined
      return person ? { text: part, person } : { text: part }
    })
}

/** Those of the people whom the text mentions. */
export const mentioned = (text: string, people: Person[]): string[] => [
  ...new Set(mentionPieces(text, people).flatMap((one) => (one.person ? [one.person.id] : []))),
]
