import { shallowReactive } from 'vue'
import { call } from '@/bridge'
import { kindInfo } from './kinds'
import { alwaysOnChanged } from './live'

/** Titles by code, of the kinds whose records others name by their code. */
const known = shallowReactive(new Map<string, Map<string, string>>())

async function read(kind: string): Promise<void> {
  const title = kindInfo(kind)?.title_field ?? 'name'
  const page = await call('records', { kind, filters: [], sort: [], offset: 0, limit: 1000 })
  known.set(kind, new Map(page.rows.map(({ values }) => [String(values.code), String(values[title] ?? '')])))
}

/** What is known of a kind; asked for when something is shown that needs it. */
function codes(kind: string): Map<string, string> {
  const found = known.get(kind)
  if (found) return found
  const none = new Map<string, string>()
  // Until the answer is here a code stands for itself.
  known.set(kind, none)
  void read(kind).catch(() => known.delete(kind))
  return none
}

/** What the record is called that goes by a code; the code where nobody goes by it. */
export const nameOfCode = (kind: string | undefined, code: string): string =>
  (kind && codes(kind).get(code)) || code

/** The code of the record of that name; what was typed where there is none. */
export function codeOfName(kind: string | undefined, name: string): string {
  const found = kind && [...codes(kind)].find(([, title]) => title === name)
  return found ? found[0] : name
}

/** Changes whenever a name by code became known. */
export const codesKnown = (): number => [...known.values()].reduce((sum, one) => sum + one.size, 0)

alwaysOnChanged(({ kinds }) => {
  for (const kind of [...known.keys()]) if (kinds.includes(kind)) void read(kind).catch(() => undefined)
})
