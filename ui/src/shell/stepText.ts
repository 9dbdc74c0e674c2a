import type { Label } from '@/data/undo'
import { fieldLabel, kindWithin, titleText, within } from '@/fields/labels'
import { numberText, t, tOr } from '@/words'

/**
 * What a step is about: "修改 合同利用资金（某项目）", or for many records "导入 193 条"; and what was made with it.
 */
export function stepText(label: Label | undefined): string {
  if (!label) return ''
  const what = main(label)
  return label.made.reduce(
    (so, { kind, title }) => t('ui.undo.with', { what: so, kind: kindWithin(kind), title }),
    what,
  )
}

function main(label: Label): string {
  const intent = tOr(`intent.${label.intent}`, label.intent)
  if (label.count > 1) return t('ui.undo.many', { intent, count: numberText(label.count) })
  const kind = label.kind ?? ''
  // What is made is a record, also where it begins with one field.
  const field = label.intent === 'create' ? undefined : label.field
  const what = field ? within(fieldLabel(kind, field)) : kind && kindWithin(kind)
  const named = label.title && titleText(kind, label.title)
  const title = named ? t('ui.undo.of', { title: named }) : ''
  return `${[intent, what].filter(Boolean).join(' ')}${title}`
}
