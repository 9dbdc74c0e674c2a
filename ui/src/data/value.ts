/** Marks of a value that is not exact. */
export type Mark = 'approximate' | 'at_least' | 'at_most' | 'range'
export type Absent = 'not_applicable' | 'unknown' | 'pending'
export const ABSENTS: readonly Absent[] = ['not_applicable', 'unknown', 'pending']

interface Marked {
  mark?: Mark
  high?: string
}
export type Money = Marked & { amount: string; currency: string }
export type Num = Marked & { number: string }
export type AreaUnit = 'mu' | 'sqm' | 'hectare'
export type Area = Marked & { area: string; unit: AreaUnit }
export type Dated = Marked & { date: string }

/** A record that a reference names and that is made together with it; it never travels as a value. */
export type Made = { made: string }

/** A value as it travels: see "Value JSON" in the wire contract. */
export type Value =
  null | string | boolean | string[] | { absent: Absent } | Money | Num | Area | Dated | Made

function has<Key extends string>(value: unknown, key: Key): value is Record<Key, string> {
  return typeof value === 'object' && value !== null && key in value
}

/** The declared absence in a value, if it is one. Absent is never shown or counted as zero. */
export function absentOf(value: unknown): Absent | undefined {
  return has(value, 'absent') ? (value.absent as Absent) : undefined
}
/** The name of the record to be made, where a value is one. */
export const madeOf = (value: unknown): string | undefined => (has(value, 'made') ? value.made : undefined)
export const isMoney = (value: unknown): value is Money => has(value, 'amount')
export const isNum = (value: unknown): value is Num => has(value, 'number')
export const isArea = (value: unknown): value is Area => has(value, 'area')
export const isDated = (value: unknown): value is Dated => has(value, 'date')

/** True where nothing has been entered; a declared absence is an entry. */
export function isBlank(value: unknown): boolean {
  return value === null || value === undefined || value === '' || (Array.isArray(value) && !value.length)
}

/** The mark of an inexact value. */
export function markOf(value: unknown): Mark | undefined {
  return has(value, 'mark') ? (value.mark as Mark) : undefined
}

/** Whether two values are the same on the wire. */
export function sameValue(one: unknown, other: unknown): boolean {
  return canonical(one) === canonical(other)
}

function canonical(value: unknown): string {
  if (isBlank(value)) return 'null'
  if (typeof value !== 'object' || Array.isArray(value)) return JSON.stringify(value)
  const pairs = Object.entries(value as object).filter(([, part]) => part !== undefined && part !== null)
  return JSON.stringify(pairs.sort(([a], [b]) => (a < b ? -1 : 1)))
}
