import { moneyCell, moneyPlaces } from '@/fields/show'
import { isMoney, type Value } from '@/data/value'

/** How many rows are looked through for the decimals of a column. */
const MOST = 200

/**
 * The decimals that each column of amounts keeps room for: the most of those seen there when it is drawn first, so
 * that points stand in line and no blank is kept for decimals that nobody has. From then on they stay, whatever is
 * scrolled to.
 */
export function amountPlaces(valueAt: (row: number, id: string) => Value | undefined) {
  const known = new Map<string, number>()
  return (id: string): number => {
    const before = known.get(id)
    if (before !== undefined) return before
    let most = 0
    for (let row = 0; row < MOST; row++) {
      const value = valueAt(row, id)
      if (isMoney(value)) most = Math.max(most, moneyPlaces(moneyCell(value)))
    }
    if (most) known.set(id, most)
    return most
  }
}
