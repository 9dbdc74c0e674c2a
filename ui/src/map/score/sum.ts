/** One part of a score as it enters: its value, the weight it has among the known parts, their product. */
export interface Addend {
  name: string
  /** Absent where nothing is known. */
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

/**
 * Adds the parts of a score up under these weights. A part of which nothing is known counts as `unknown`, or
 * else leaves its weight to the others.
 */
export function sumOf(
  parts: readonly { name: string; value?: number | null; weight: number }[],
  unknown?: number,
): Sum {
  const counted = (value?: number | null) => value ?? unknown
  const all = parts.reduce((sum, one) => sum + (counted(one.value) === undefined ? 0 : one.weight), 0)
  const addends = parts.map(({ name, value, weight }): Addend => {
    const counts = counted(value)
    if (counts === undefined || all <= 0) return { name }
    const share = weight / all
    return { name, ...(typeof value === 'number' ? { value } : {}), weight: share, product: share * counts }
  })
  return { addends, total: addends.reduce((sum, one) => sum + (one.product ?? 0), 0) }
}

/** A score to one decimal, as it is shown beside its sum. */
export const scoreText = (score: number): string => (Math.round(score * 10) / 10).toFixed(1)
