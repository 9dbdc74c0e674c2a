/** One part of a score as it enters: its value, the weight it has among the known parts, their product. */
export interface Addend {
  name: string
  /** Absent where nothing is known: the others share its weight. */
  value?: number
  weight?: number
  product?: number
}

/** A score laid out as it is reckoned. */
export interface Sum {
  addends: Addend[]
  /** The products together, 0 to 1. */
  total: number
}

/** Adds the parts of a score up under these weights; a part of which nothing is known leaves its weight. */
export function sumOf(parts: readonly { name: string; value?: number | null; weight: number }[]): Sum {
  const all = parts.reduce((sum, one) => sum + (typeof one.value === 'number' ? one.weight : 0), 0)
  const addends = parts.map(({ name, value, weight }): Addend => {
    if (typeof value !== 'number' || all <= 0) return { name }
    const share = weight / all
    return { name, value, weight: share, product: share * value }
  })
  return { addends, total: addends.reduce((sum, one) => sum + (one.product ?? 0), 0) }
}

/** A score to one decimal, as it is shown beside its sum. */
export const scoreText = (score: number): string => (Math.round(score * 10) / 10).toFixed(1)
