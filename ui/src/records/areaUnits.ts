import { isArea, type AreaUnit, type Value } from '@/data/value'

/** How many rows are looked through for a column's unit. */
const MOST = 200

/**
 * The unit that each column of areas speaks, and its total with it: that of the first area seen there. From then
 * on it stays the same, whatever is scrolled to.
 */
export function areaUnits(valueAt: (row: number, id: string) => Value | undefined) {
  const known = new Map<string, AreaUnit>()
  return (id: string): AreaUnit | undefined => {
    for (let row = 0; !known.has(id) && row < MOST; row++) {
      const value = valueAt(row, id) ?? null
      if (isArea(value)) known.set(id, value.unit)
    }
    return known.get(id)
  }
}
