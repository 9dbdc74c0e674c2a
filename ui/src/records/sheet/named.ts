import { madeByName } from '@/data/kinds'
import { idsByTitle } from '@/data/lookups'
import type { Block } from '@/kit/grid/clip'
import type { GridRange } from '@/kit/grid/types'
import type { OwnValue } from './copy'
import { fieldAt, type Sheet } from './sheet'

/** What the names in pasted cells mean. */
export interface Named {
  /** The records of a kind that have this name. */
  ids: (target: string, title: string) => string[]
  /** Names that no record has and that are all a new one needs, by kind. */
  missing: Record<string, string[]>
}

/** Looks up, all at once, the records that pasted names mean. */
export async function namesIn(sheet: Sheet, area: GridRange, block: Block): Promise<Named> {
  const wanted = new Map<string, Set<string>>()
  const wide = block[0]?.length ?? 0
  for (let col = area.left; col <= area.right; col++) {
    const field = fieldAt(sheet, col)
    if (field?.shape !== 'ref' || !field.target) continue
    const titles = wanted.get(field.target) ?? new Set()
    for (const line of block) {
      const cell = line[(col - area.left) % wide]
      const own = cell?.own ? (JSON.parse(cell.own) as OwnValue) : undefined
      if (cell?.text.trim() && own?.target !== field.target) titles.add(cell.text.trim())
    }
    wanted.set(field.target, titles)
  }
  const found = new Map<string, Map<string, string[]>>()
  const missing: Named['missing'] = {}
  for (const [target, titles] of wanted) {
    const ids = await idsByTitle(target, [...titles])
    found.set(target, ids)
    for (const [title, all] of ids) for (const id of all) sheet.rows.names[id] = { kind: target, title }
    const none = [...titles].filter((one) => !ids.get(one)?.length)
    if (none.length && madeByName(target)) missing[target] = none
  }
  return { ids: (target, title) => found.get(target)?.get(title) ?? [], missing }
}
