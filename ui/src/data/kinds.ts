import { shallowRef } from 'vue'
import { call, type FieldInfo, type KindInfo } from '@/bridge'
import { alwaysOnChanged } from './live'

export type { FieldInfo, KindInfo }

const known = shallowRef<KindInfo[]>([])

/** Reads the declarations of all kinds; lists and forms are made from nothing else. */
export async function loadKinds(): Promise<void> {
  known.value = (await call('kinds', {})).kinds
}

/** All kinds this file knows, in the order they are declared. */
export function allKinds(): KindInfo[] {
  return known.value
}

/** The declaration of a kind, or undefined where this version does not know it. */
export function kindInfo(kind: string): KindInfo | undefined {
  return known.value.find((one) => one.name === kind)
}

/** The declaration of one field. */
export function fieldInfo(kind: string, field: string): FieldInfo | undefined {
  return kindInfo(kind)?.fields.find((one) => one.name === field)
}

/** Whether a name is all that a new record of a kind needs, so that one is made where it is named. */
export function madeByName(kind: string): boolean {
  const info = kindInfo(kind)
  const title = fieldInfo(kind, info?.title_field ?? '')
  return title?.shape === 'text' && !info?.fields.some((one) => one.required && one !== title)
}

/** The columns of the ledger of a kind: what names the record first, the user's own fields last. */
export function listFields(kind: string): FieldInfo[] {
  const info = kindInfo(kind)
  if (!info) return []
  const own = info.fields.map((one) => one.name).filter((name) => name.startsWith('extra.'))
  return [...new Set([info.title_field, ...info.list_columns, ...own])]
    .map((name) => info.fields.find((one) => one.name === name))
    .filter((one): one is FieldInfo => one !== undefined)
}

alwaysOnChanged((changed) => {
  if (changed.kinds.includes('extra_field')) void loadKinds().catch(() => undefined)
})
