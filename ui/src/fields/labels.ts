import type { Fault } from '@/data/fault'
import { fieldInfo, type FieldInfo } from '@/data/kinds'
import { language, t, tOr } from '@/words'
import { periodTitle } from './period'

export const kindLabel = (kind: string): string => tOr(`kind.${kind}`, kind)

/** What a record is called. A form is arranged for a kind, whose name it bears, and a freeze is of a period. */
export function titleText(kind: string, title: string): string {
  if (kind === 'snapshot') return periodTitle(title)
  return kind === 'form_layout' && title ? kindLabel(title) : title
}

/** The label of many records of a kind. */
export const kindsLabel = (kind: string): string => tOr(`kinds.${kind}`, kind)

/** A label inside of a sentence, where English begins it small. */
export const within = (label: string) =>
  language() === 'en' ? label.charAt(0).toLowerCase() + label.slice(1) : label
export const kindWithin = (kind: string): string => within(kindLabel(kind))
export const kindsWithin = (kind: string): string => within(kindsLabel(kind))

/** The label of a field; an extra field brings its own. */
export function fieldLabel(kind: string, field: string): string {
  const own = fieldInfo(kind, field)?.label
  return own ?? tOr(`field.${kind}.${field}`, tOr(`every.${field}`, field))
}

/** The label of a field named with its kind, `agreement.sign_date`, as imports name it. */
export function pathLabel(path: string): string {
  const [kind = '', ...rest] = path.split('.')
  return rest.length ? fieldLabel(kind, rest.join('.')) : path
}

export function choiceLabel(kind: string, field: FieldInfo, choice: string): string {
  return tOr(`choice.${kind}.${field.name}.${choice}`, choice)
}

/** The sentence for a fault: from the shared words, else from the screens' own. */
export function faultText(fault: Fault): string {
  const params: Record<string, string> = { ...fault.params }
  if (fault.kind && fault.field) params.field = fieldLabel(fault.kind, fault.field)
  // A blank is nothing that could be filled in otherwise.
  if (params.why === 'required') return t('ui.fault.required', params)
  if (params.why) params.why = tOr(`why.${params.why}`, params.why)
  if (fault.kind && !params.kind) params.kind = kindLabel(fault.kind)
  const otherwise = t('ui.fault.other', { code: fault.code })
  return tOr(`fault.${fault.code}`, tOr(`ui.fault.${fault.code}`, otherwise, params), params)
}
