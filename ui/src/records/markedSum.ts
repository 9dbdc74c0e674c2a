import { isArea, isMoney, isNum, markOf, type Value } from '@/data/value'
import { grouped, rounded, shift, trimmed } from '@/fields/decimal'
import { moneyPower } from '@/fields/read'
import { moneyCell } from '@/fields/show'
import { numberText, t } from '@/words'

/** Digits after the point that no value has more of. */
const PLACES = 8

interface Found {
  sum: bigint
  count: number
}

/** What an amount counts as, as text; nothing where it is no plain amount of its kind. */
function counted(value: Value): { what: 'money' | 'number'; text: string } | undefined {
  if (markOf(value) === 'range') return undefined
  if (isMoney(value)) return value.currency === 'CNY' ? { what: 'money', text: value.amount } : undefined
  if (isNum(value)) return { what: 'number', text: value.number }
  return undefined
}

/**
 * What spreadsheets say of the marked cells: how many hold something, and the sum and mean of the amounts,
 * where all of them are of one kind.
 */
export function markedText(values: Value[]): string {
  const filled = values.filter((value) => value !== null)
  const parts = [t('ui.grid.marked_count', { count: numberText(filled.length) })]
  const found: Partial<Record<'money' | 'number', Found>> = {}
  for (const value of filled) {
    const one = counted(value)
    if (!one) continue
    const now = (found[one.what] ??= { sum: 0n, count: 0 })
    now.sum += BigInt(shift(one.text, PLACES))
    now.count++
  }
  const kinds = Object.keys(found) as ('money' | 'number')[]
  const what = kinds[0]
  const only = what && found[what]
  // Areas come in several units, and unlike amounts are never added up.
  if (kinds.length === 1 && only && only.count > 1 && !filled.some(isArea)) {
    const money = what === 'money'
    const shown = (text: string) =>
      money ? moneyCell({ amount: rounded(text, 2), currency: 'CNY' }) : grouped(trimmed(text))
    parts.push(t(`ui.grid.marked_sum_${what}`, { sum: shown(shift(String(only.sum), -PLACES)) }))
    // A mean is rounded, once, to two places of the column's unit.
    const exact = shift(String((only.sum * 10n ** 8n) / BigInt(only.count)), -PLACES - 8)
    const mean = grouped(rounded(shift(exact, money ? -moneyPower() : 0), 2))
    parts.push(t(`ui.grid.marked_mean_${what}`, { mean }))
  }
  return parts.join(t('ui.grid.marked_join'))
}
