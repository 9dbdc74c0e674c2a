import { shallowRef } from 'vue'
import {
  call,
  type Compared,
  type Comparison,
  type FrozenChanges,
  type FrozenPeriod,
  type RuleBook,
  type SettingInfo,
} from '@/bridge'

export type { Compared, Comparison, FrozenChanges, FrozenPeriod, RuleBook, SettingInfo }

/** How the settings of the counting rules (口径) read, as last heard; names of figures and bands follow them. */
export const readings = shallowRef<Record<string, string>>({})

async function heard(asked: Promise<RuleBook>): Promise<RuleBook> {
  const book = await asked
  readings.value = Object.fromEntries(book.settings.map(({ name, reading }) => [name, reading]))
  return book
}

/** All settings of the counting rules and how they read. */
export const readRules = (): Promise<RuleBook> => heard(call('rules', {}))

/** Keeps other readings; every figure follows. */
export const keepReadings = (rule: Record<string, string>): Promise<RuleBook> =>
  heard(call('save_rules', { rule }))

/** Keeps the figures of a year through a month as they stand under a name. */
export const freezeFigures = (year: number, through: number, name: string, note: string) =>
  call('freeze', { year, through, name, ...(note ? { note } : {}) })

/** The periods of a year that were frozen, newest first. */
export const readFrozen = async (year: number): Promise<FrozenPeriod[]> =>
  (await call('frozen', { year })).periods

/** The months of a year beside those of another, which are taken as they were frozen where they were (同比). */
export const compareYears = (year: number, through: number, other: number): Promise<Comparison> =>
  call('compare', { year, through, with: other })

/** What changed since a freeze: rows that came late (补报) and corrections (更正). */
export const changesSince = (id: string): Promise<FrozenChanges> => call('frozen_changes', { id })
