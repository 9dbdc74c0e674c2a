import { codeOfName, nameOfCode } from '@/data/codes'
import type { FieldInfo } from '@/data/kinds'
import type { Filter } from '@/data/rows'
import type { Value } from '@/data/value'
import { choiceLabel, fieldLabel } from '@/fields/labels'
import { readField } from '@/fields/read'
import { fullText, typedText, type Names } from '@/fields/show'
import { t } from '@/words'

/** The ways a field can be asked; `between` and `any` have boxes of their own. */
export type Way = 'contains' | 'is' | 'not' | 'within' | 'any' | 'between' | 'blank' | 'filled'

const RANGES: FieldInfo['shape'][] = ['money', 'number', 'area', 'date']

/** What can be asked of a field; the first is offered first. */
export function waysOf(field: FieldInfo): Way[] {
  if (RANGES.includes(field.shape)) return ['between', 'is', 'blank', 'filled']
  if (field.shape === 'choice') return ['any', 'blank', 'filled']
  if (field.shape === 'flag') return ['is']
  if (field.shape === 'ref') return ['any', 'contains', 'blank', 'filled']
  return [...(field.tree ? (['within'] as const) : []), 'contains', 'is', 'not', 'blank', 'filled']
}

/** A condition as its form holds it. */
export interface Wish {
  way: Way
  /** Text, or the lower end. */
  low: string
  high: string
  /** What was ticked. */
  picked: string[]
}

/** The form of the conditions that lie on a field now. */
export function wishOf(kind: string, field: FieldInfo, filters: Filter[]): Wish {
  const find = (op: Filter['op']) => filters.find((one) => one.op === op)
  const typed = (filter: Filter | undefined) => {
    const value = (filter?.value ?? null) as Value
    return typeof value === 'string' ? nameOfCode(field.codes_of, value) : typedText(kind, field, value, {})
  }
  const first = filters[0]
  const low = find('at_least')
  const high = find('at_most')
  if (low || high) return { way: 'between', low: typed(low), high: typed(high), picked: [] }
  const way = (first?.op ?? waysOf(field)[0] ?? 'contains') as Way
  if (field.shape === 'choice' && (way === 'is' || way === 'any'))
    return { way: 'any', low: '', high: '', picked: [first?.value ?? []].flat().map(String) }
  const picked = way === 'any' && Array.isArray(first?.value) ? first.value : []
  return { way, low: way === 'any' ? '' : typed(first), high: '', picked }
}

/** Makes the filters of a form: none where it asks for nothing; undefined where it cannot be read. */
export function filtersOf(kind: string, field: FieldInfo, wish: Wish): Filter[] | undefined {
  const { name } = field
  const read = (text: string) => {
    const reading = readField(kind, field, text, null)
    return reading.ok && reading.value !== null ? reading.value : undefined
  }
  switch (wish.way) {
    case 'blank':
    case 'filled':
      return [{ field: name, op: wish.way }]
    case 'any':
      return wish.picked.length ? [{ field: name, op: 'any', value: wish.picked }] : []
    case 'between': {
      const ends: Filter[] = []
      for (const [text, op] of [[wish.low, 'at_least'], [wish.high, 'at_most']] as const) {
        if (!text.trim()) continue
        const value = read(text)
        if (value === undefined) return undefined
        ends.push({ field: name, op, value })
      } // prettier-ignore
      return ends
    }
    case 'contains':
    case 'within':
      return wish.low.trim()
        ? [{ field: name, op: wish.way, value: codeOfName(field.codes_of, wish.low.trim()) }]
        : []
    default: {
      if (!wish.low.trim()) return []
      const value = read(wish.low)
      return value === undefined ? undefined : [{ field: name, op: wish.way, value }]
    }
  }
}

/** A day is not small or great, but early or late. */
const DAYS: Partial<Record<Filter['op'], string>> = { at_least: 'since', at_most: 'until' }

/** The conditions on one field as words, for their chip. */
export function filtersText(kind: string, field: FieldInfo, filters: Filter[], names: Names): string {
  const shown = (value: unknown): string => {
    if (Array.isArray(value)) return value.map(shown).join(t('ui.list_join'))
    if (typeof value === 'string' && field.shape === 'choice') return choiceLabel(kind, field, value)
    if (typeof value === 'string' && field.shape === 'ref') return names[value]?.title ?? value
    return typeof value === 'string' ? nameOfCode(field.codes_of, value) : fullText(kind, field, value, {})
  }
  const [low, high] = (['at_least', 'at_most'] as const).map((op) => filters.find((one) => one.op === op))
  if (low && high && filters.length === 2) {
    const span = t('ui.op.span', { low: shown(low.value), high: shown(high.value) })
    return `${fieldLabel(kind, field.name)} ${span}`
  }
  const said = (op: Filter['op']) => (field.shape === 'date' && DAYS[op]) || op
  const parts = filters.map(({ op, value }) =>
    [op === 'any' ? '' : t(`ui.op.${said(op)}`), value === undefined ? '' : shown(value)]
      .filter(Boolean)
      .join(' '),
  )
  return `${fieldLabel(kind, field.name)} ${parts.join(t('ui.list_join'))}`
}
