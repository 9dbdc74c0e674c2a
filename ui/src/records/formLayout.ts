import type { FieldInfo, KindInfo } from '@/data/kinds'
import type { FormLayout } from '@/data/formLayout'

/** One part of a form. */
export interface Section {
  title: string
  fields: FieldInfo[]
}

/** A form as it is shown: the facts at the top, its sections, what is hidden. */
export interface Arranged {
  facts: FieldInfo[]
  sections: Section[]
  hidden: FieldInfo[]
}

/** The parts that a form has where nobody arranged it, and the last one of those that somebody did. */
export type PartName = 'main' | 'amounts' | 'rest' | 'extra' | 'other'

/** How many facts stand at the top. */
export const FACTS = 5

const QUANTITIES: FieldInfo['shape'][] = ['money', 'number', 'area']
const REST: FieldInfo['shape'][] = ['flag', 'long_text']

/** The part a field stands in: fields that change together stand together. */
function partOf(kind: KindInfo, field: FieldInfo): PartName {
  const groupHas = (shapes: FieldInfo['shape'][]) =>
    kind.fields.some((one) => one.group === field.group && shapes.includes(one.shape))
  if (field.name.startsWith('extra.')) return 'extra'
  if (groupHas(QUANTITIES)) return 'amounts'
  return groupHas(REST) ? 'rest' : 'main'
}

function declared(kind: KindInfo, title: (part: PartName) => string): Arranged {
  const parts: PartName[] = ['main', 'amounts', 'rest', 'extra']
  const sections = parts.map((part) => ({
    title: title(part),
    fields: kind.fields.filter((field) => partOf(kind, field) === part),
  }))
  const facts = kind.list_columns
    .filter((name) => name !== kind.title_field)
    .map((name) => kind.fields.find((field) => field.name === name))
  return {
    facts: facts.filter((field): field is FieldInfo => field !== undefined).slice(0, FACTS),
    sections: sections.filter((one) => one.fields.length),
    hidden: [],
  }
}

/**
 * The form of a kind as somebody arranged it, else as declared. A field that the arrangement does not
 * name (it is newer) stands in a last section; a field that is required is never hidden.
 */
export function arrange(
  kind: KindInfo,
  layout: FormLayout | undefined,
  title: (part: PartName) => string,
): Arranged {
  if (!layout?.sections.length) return declared(kind, title)
  const left = new Map(kind.fields.map((field) => [field.name, field]))
  const take = (names: string[]) =>
    names.flatMap((name) => {
      const field = left.get(name)
      left.delete(name)
      return field ? [field] : []
    })
  const may = layout.hidden.filter((name) => !left.get(name)?.required)
  const sections = layout.sections.map((one) => ({ title: one.title, fields: take(one.fields) }))
  const hidden = take(may)
  const other = { title: title('other'), fields: [...left.values()] }
  return {
    facts: layout.facts
      .map((name) => kind.fields.find((field) => field.name === name))
      .filter((field): field is FieldInfo => field !== undefined)
      .slice(0, FACTS),
    sections: [...sections, other].filter((one) => one.fields.length),
    hidden,
  }
}

/** Two stacks of about the same height, in the order of reading. */
export function stacks(sections: Section[]): Section[][] {
  const height = (some: Section[]) => some.reduce((sum, one) => sum + one.fields.length + 2, 0)
  const cuts = sections.map((_, at) => [sections.slice(0, at + 1), sections.slice(at + 1)])
  const taller = (cut: Section[][]) => Math.max(...cut.map(height))
  const best = cuts.reduce((one, other) => (taller(other) < taller(one) ? other : one), cuts[0] ?? [])
  return best.filter((one) => one.length)
}

/** The first lines of a stack, `lines` of them; a heading takes two. */
export function beginning(stack: Section[], lines: number): Section[] {
  let room = lines
  return stack.flatMap((one) => {
    const fields = one.fields.slice(0, Math.max(0, room))
    room -= one.fields.length + 2
    return fields.length ? [{ ...one, fields }] : []
  })
}

/** The arrangement as it is kept. */
export const keptLayout = ({ facts, sections, hidden }: Arranged): FormLayout => ({
  facts: facts.map((one) => one.name),
  sections: sections.map((one) => ({ title: one.title, fields: one.fields.map((field) => field.name) })),
  hidden: hidden.map((one) => one.name),
})
