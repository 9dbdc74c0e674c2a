import type { FieldInfo, KindInfo } from '@/data/kinds'

/** One part of a form. */
export interface Section {
  name: 'main' | 'amounts' | 'rest' | 'extra'
  fields: FieldInfo[]
}

const QUANTITIES: FieldInfo['shape'][] = ['money', 'number', 'area']
const REST: FieldInfo['shape'][] = ['flag', 'long_text']

/** Parts of the form of a kind: fields that change together stand together. */
export function sections(kind: KindInfo): Section[] {
  const parts: Section[] = [
    { name: 'main', fields: [] },
    { name: 'amounts', fields: [] },
    { name: 'rest', fields: [] },
    { name: 'extra', fields: [] },
  ]
  const groupHas = (field: FieldInfo, shapes: FieldInfo['shape'][]) =>
    kind.fields.some((one) => one.group === field.group && shapes.includes(one.shape))
  for (const field of kind.fields) {
    const part = field.name.startsWith('extra.')
      ? 3
      : groupHas(field, QUANTITIES)
        ? 1
        : groupHas(field, REST)
          ? 2
          : 0
    parts[part]?.fields.push(field)
  }
  return parts.filter((one) => one.fields.length)
}
