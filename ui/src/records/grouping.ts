import { fieldInfo, kindInfo, type FieldInfo } from '@/data/kinds'
import type { GroupBy, GroupStep } from '@/data/layout'
import type { Name } from '@/data/rows'
import type { Value } from '@/data/value'
import { fullText } from '@/fields/show'
import { t } from '@/words'

const SHAPES: FieldInfo['shape'][] = ['choice', 'flag', 'ref', 'date', 'text', 'code']
export const STEPS: readonly GroupStep[] = ['year', 'quarter', 'month']

/** Whether rows may be grouped by a field: where many rows share a value. */
export const mayGroup = (field: FieldInfo): boolean => SHAPES.includes(field.shape)

/** The fields by which rows may be grouped. */
export const groupFields = (kind: string): FieldInfo[] => (kindInfo(kind)?.fields ?? []).filter(mayGroup)

/** Dates are grouped in steps; the widest is offered first. */
export function stepOf(field: FieldInfo | undefined): { step?: GroupStep } {
  return field?.shape === 'date' ? { step: 'year' } : {}
}

/** The heading of a group. */
export function groupLabel(kind: string, group: GroupBy, key: unknown, names: Record<string, Name>): string {
  const field = fieldInfo(kind, group.by)
  if (key === null || key === undefined || !field) return t('ui.grid.no_group')
  return fullText(kind, field, key as Value, names) || t('ui.grid.no_group')
}
