import { reactive } from 'vue'
import type { ExportForm, FormColumn } from '@/data/exports'
import { allKinds, kindInfo, type FieldInfo } from '@/data/kinds'
import { fieldLabel } from '@/fields/labels'

/** The most rows of headings. */
export const HEADS = 4

/** A field that a column may hold. */
export interface PathChoice {
  path: string
  label: string
  field: FieldInfo
}

/** The fields of a kind and of the records that it refers to. */
export function pathChoices(kind: string): PathChoice[] {
  const own = kindInfo(kind)?.fields ?? []
  const named = own.map((field) => ({ path: field.name, label: fieldLabel(kind, field.name), field }))
  const referred = own.flatMap((step) => {
    const target = allKinds().find((one) => one.name === step.target)
    if (!target || target.name === kind) return []
    return target.fields
      .filter((field) => field.name !== target.title_field)
      .map((field) => ({
        path: `${step.name}.${field.name}`,
        label: `${fieldLabel(kind, step.name)} · ${fieldLabel(target.name, field.name)}`,
        field,
      }))
  })
  return [...named, ...referred]
}

/** The field at the end of a path. */
export function fieldAt(kind: string, path: string): FieldInfo | undefined {
  const [head = '', ...rest] = path.split('.')
  const field = kindInfo(kind)?.fields.find((one) => one.name === (rest.length ? head : path))
  if (!rest.length || path.startsWith('extra.')) return field
  return field?.target ? fieldAt(field.target, rest.join('.')) : undefined
}

const UNITS: Partial<Record<FieldInfo['shape'], string[]>> = {
  money: ['元', '万元', '亿元'],
  area: ['亩', '㎡', '万㎡', '公顷'],
  number: ['%'],
}
/** The units that a column of a field may be written in. */
export const unitsOf = (field: FieldInfo | undefined): string[] => (field && UNITS[field.shape]) ?? []

/** A form while a person works on it; every step is one of these. */
export function useFormEdit(start: ExportForm) {
  const now = reactive<ExportForm>(structuredClone(start))

  /** How many rows of headings there are. */
  const heads = () => Math.max(1, ...now.columns.map((one) => one.heads.length))

  /** Texts that reached to the last column still do. */
  function fit(before: number): void {
    const last = Math.max(0, now.columns.length - 1)
    for (const text of [...now.top, ...now.foot].flat()) {
      if (text.to >= before - 1 || text.to > last) text.to = last
      if (text.from > text.to) text.from = text.to
    }
  }
  function move(from: number, to: number): void {
    if (to < 0 || to >= now.columns.length || from === to) return
    const [one] = now.columns.splice(from, 1)
    if (one) now.columns.splice(to, 0, one)
  }
  function add(): void {
    const before = now.columns.length
    const column: FormColumn = {
      heads: Array.from({ length: heads() }, () => ''),
      fields: [],
      serial: false,
      total: false,
    }
    now.columns.push(column)
    fit(before)
  }
  function drop(at: number): void {
    if (now.columns.length < 2) return
    const before = now.columns.length
    now.columns.splice(at, 1)
    fit(before)
  }
  function setHead(at: number, row: number, text: string): void {
    const own = now.columns[at]?.heads
    if (!own) return
    while (own.length <= row) own.push('')
    own[row] = text
  }
  /** One row of headings more, below the others, or one less. */
  function setHeads(count: number): void {
    for (const column of now.columns) {
      while (column.heads.length < count) column.heads.push('')
      if (column.heads.length > count) column.heads.splice(count)
    }
  }
  /** What a column holds: a path, `serial`, a text that is always the same, or nothing. */
  function setContent(kind: string, at: number, content: string): void {
    const column = now.columns[at]
    if (!column) return
    column.serial = content === 'serial'
    column.fields = ['serial', 'text', 'none'].includes(content) ? [] : [content]
    for (const name of ['join', 'tick', 'text', 'unit', 'decimals', 'date'] as const) delete column[name]
    if (content === 'text') column.text = ''
    const field = column.fields[0] ? fieldAt(kind, column.fields[0]) : undefined
    if (field?.shape === 'money') [column.unit, column.decimals] = ['万元', 2]
    if (field?.shape === 'area') column.unit = '亩'
    column.total = field?.shape === 'money' || field?.shape === 'area'
  }
  /** One field more behind the first of a column, another in its place, or none of it. */
  function setFurther(at: number, nth: number, path: string | undefined): void {
    const column = now.columns[at]
    if (!column?.fields.length) return
    if (path) column.fields.splice(nth, 1, path)
    else column.fields.splice(nth, 1)
    // What several fields make is a text, which has neither unit nor sum.
    if (column.fields.length > 1) {
      column.total = false
      delete column.tick
    } else delete column.join
  }
  /** The form as it is to be kept. */
  const result = (): ExportForm => structuredClone(JSON.parse(JSON.stringify(now)) as ExportForm)
  return { now, heads, move, add, drop, setHead, setHeads, setContent, setFurther, result }
}
