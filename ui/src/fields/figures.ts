import type { Figures } from '@/data/figures'
import { fieldInfo } from '@/data/kinds'
import { monthText, t, tOr } from '@/words'
import { choiceLabel } from './labels'

/** The name of one part of a breakdown: a month, a choice of the project, or the words it brings. */
export function partLabel(by: string, key: string | null, label?: string): string {
  if (key === null || key === '') return t('ui.figures.unknown')
  if (label) return label
  if (by === 'month') return monthText(Number(key))
  if (by === 'band') return tOr(`ui.figures.band_${key}`, key)
  const field = fieldInfo('project', by)
  return field ? choiceLabel('project', field, key) : key
}

/** The name of the rows that a figure, or a part of one, opens: “2023 · 过亿元项目 · 约数”. */
export function figureRowsName(figure: string, year?: number, part?: string): string {
  const by = /^by\.(.+)$/.exec(figure)?.[1]
  const name = by ? tOr(`ui.figures.by_${by}`, by) : tOr(`figure.${figure}.name`, figure)
  const rest = by
    ? partLabel(by, part ?? '')
    : part && part !== 'ids'
      ? tOr(`ui.figures.part_${part}`, part)
      : ''
  return [year && `${year}`, name, rest].filter(Boolean).join(' · ')
}

/** The sentence of a figure's rule with its settings filled in, lists of choices by their labels. */
export function ruleText(figure: string, { rule, year }: Figures): string {
  const type = fieldInfo('agreement', 'agreement_type')
  const params: Record<string, string> = { year: String(year), types: '' }
  for (const [key, value] of Object.entries(rule.settings)) {
    if (!Array.isArray(value)) params[key] = String(value)
    else {
      params[key] = value
        .map((one) => (type ? choiceLabel('agreement', type, String(one)) : String(one)))
        .join(t('ui.list_join'))
      if (value.some((one) => type?.choices?.includes(String(one)))) params.types = params[key]
    }
  }
  return tOr(`figure.${figure}.rule`, '', params)
}
