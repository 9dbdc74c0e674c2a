import { fieldInfo, kindInfo, type FieldInfo } from '@/data/kinds'
import type { Row, useRows } from '@/data/rows'
import type { Intent } from '@/data/writes'
import type { Value } from '@/data/value'
import { fullText } from '@/fields/show'
import type { GridColumn, GridRange } from '@/kit/grid/types'

/** A ledger as copying, pasting and filling see it. */
export interface Sheet {
  readonly kind: string
  readonly columns: GridColumn[]
  rows: ReturnType<typeof useRows>
  /** Whether rows pasted below the last one may become records. */
  mayCreate: () => boolean
  mark: (range: GridRange) => void
  /** Hears that so many cells are on the clipboard. */
  copied: (cells: number) => void
}

/** One cell that would change. */
export interface Change {
  at: number
  field: string
  value: Value
}

/** One record that would be written; without an id it would be made. */
export interface PlannedRow {
  at: number
  row?: Row
  values: Record<string, Value>
}

/** A cell that cannot be taken, and why, as a sentence. */
export interface RefusedCell {
  at: number
  field?: string
  text: string
  why: string
  /** Nothing of its line is taken. */
  line?: boolean
}

/** What a paste may do otherwise. */
export interface Way {
  /** Each line becomes a new record; else the rows at the cursor are written over. */
  add: boolean
  /** Records that are named and missing are made. */
  make: boolean
}

/** The ways of a paste, for the user to choose. */
export interface Choice {
  way: Way
  /** The rows that would be written over; undefined where there is no choice. */
  over?: { first: number; count: number }
  /** How many lines were copied. */
  lines: number
  /** Names that no record has and that are all a new one needs, by kind. */
  missing: Record<string, string[]>
  /** The lines speak of other records than the rows at the cursor, so the user is asked in any case. */
  ask: boolean
  again: (way: Way) => Promise<Plan>
}

/** What an action on many cells would do. */
export interface Plan {
  intent: Intent
  rows: PlannedRow[]
  refused: RefusedCell[]
  /** The cells that it is about, to be marked afterwards. */
  range: GridRange
  /** Something the user should know before it is done, as a sentence. */
  note?: string
  choice?: Choice
}

/** How many lines are left out whole. */
export const leftOut = (plan: Plan): number =>
  new Set(plan.refused.filter((one) => one.line).map((one) => one.at)).size

/** How many cells a plan would change. */
export function cellsIn(plan: Plan): number {
  return plan.rows.reduce((sum, one) => sum + Object.keys(one.values).length, 0)
}

/** The field that a column shows. */
export function fieldAt(sheet: Sheet, col: number): FieldInfo | undefined {
  const column = sheet.columns[col]
  return column && fieldInfo(sheet.kind, column.id)
}

/** What a record is called, or its number where it is none yet. */
export function titleOf(sheet: Sheet, row: Row | undefined): string {
  const field = fieldInfo(sheet.kind, kindInfo(sheet.kind)?.title_field ?? '')
  return row && field ? fullText(sheet.kind, field, row.values[field.name], sheet.rows.names) : ''
}
