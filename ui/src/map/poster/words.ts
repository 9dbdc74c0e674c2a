import type { Words } from '../draw/options'
import { STATES, type Completeness } from '../scene'

/** A word in the language of the picture; a word that is not there shows its key. */
export type Say = (key: string, params?: Readonly<Record<string, string | number>>) => string

/** Says the words of a request. */
export function sayer(words: Readonly<Record<string, string>>): Say {
  return (key, params = {}) =>
    (words[key] ?? key).replace(/\{(\w+)\}/g, (mark, name: string) => String(params[name] ?? mark))
}

export const percent = (share: number): string => `${Math.round(share * 100)}%`

/** The words the board itself shows. */
export function boardWords(say: Say): Words {
  return {
    layer: (layer) => say(`layer.${layer}`),
    state: (state) => say(`state.${state}`),
    complete: (one, short) => completeText(say, one, short),
    local: (count, short) => say(short ? 'local_short' : 'local_count', { count }),
    targets: (count, short) => say(short ? 'target_short' : 'target_count', { count }),
    covered: (share) => say('covered', { share: percent(share) }),
    more: (count) => say('more', { count }),
    byScope: () => say('by_scope'),
  }
}

/** “完整度 62% · 优势 12 · 薄弱 5” */
export function completeText(say: Say, { share, counts }: Completeness, short: boolean): string {
  const whole = share === undefined ? [] : [say('complete', { share: percent(share) })]
  const states = STATES.filter((one) => counts[one]).map((one) => `${say(`state.${one}`)} ${counts[one]}`)
  return [...whole, ...(short ? [] : states)].join(' · ')
}
