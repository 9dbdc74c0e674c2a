import type { Breakdown, Compared, Figure, FigurePart, Figures } from '@/data/figures'
import { kindInfo } from '@/data/kinds'
import type { Route } from '@/data/route'
import { language, monthText, numberText, t, tOr } from '@/words'
import { grouped, shift } from './decimal'
import { choiceLabel, within } from './labels'
import { bandByLine, nameByLine } from './lines'
import { periodText } from './period'
import { moneyPower } from './read'

export const figureName = (id: string): string => nameByLine(id) ?? tOr(`figure.${id}.name`, id)
const HUNDRED_MILLIONS = 'yi_yuan'
/** English counts in billions: what a rule rounded in hundreds of millions is told so, with all its digits. */
const inBillions = (unit: string) => unit === HUNDRED_MILLIONS && language() === 'en'

export const unitLabel = (unit: string): string =>
  inBillions(unit) ? t('ui.money.billions') : tOr(`unit.${unit}`, unit)

/** A number of a figure as it is read in its unit. */
export const amountText = (display: string, unit = HUNDRED_MILLIONS): string =>
  grouped(inBillions(unit) && /^-?[\d.]+$/.test(display) ? shift(display, -1) : display)

/** A figure's number as it is read: counts with separators, all else as rounded by its rule. */
export function figureText({ value, unit }: Figure): string {
  return value.kind === 'count' ? numberText(value.count) : amountText(value.display, unit)
}

/** Beyond so many percent the year before says more than its percentage: it had next to nothing. */
const MOST_PERCENT = 1000

/** Why a change from the year before is not told, where it is not. */
export function noChange({ refused, change, change_unit }: Compared): 'not_kept' | 'too_small' | undefined {
  if (refused) return refused
  return change_unit === 'percent' && Number(change) >= MOST_PERCENT ? 'too_small' : undefined
}

/** A change from the year before with its sign and unit. */
export function changeText({ change, change_unit }: Compared): string {
  const rises = !change.startsWith('-') && Number(change) !== 0
  return `${rises ? '+' : ''}${change} ${unitLabel(change_unit)}`
}

/** How a setting of the rules reads; lines are whole yuan, told in the unit of amounts. */
export const readingLabel = (setting: string, reading: string): string =>
  /^\d+$/.test(reading)
    ? `${numberText(Number(reading) / 10 ** moneyPower())} ${t('ui.money.column')}`
    : tOr(`reading.${setting}.${reading}`, reading)

/** The same among others, of which the one that reads so when nobody chose says so. */
export function readingChoice(setting: string, reading: string, usual: boolean): string {
  const label = readingLabel(setting, reading)
  return usual ? t('ui.figures.usual', { reading: label }) : label
}

/** The name of a setting, without the unit that a line is kept in. */
export const settingLabel = (setting: string): string =>
  tOr(`rule.${setting}`, setting).replace(/\s*[（(](元|yuan)[）)]$/, '')

/** The settings that do not read as usual, of those named or of all: “金额口径：合同总投资”. */
export function unusualReadings(
  { rule }: Pick<Figures, 'rule'>,
  of: readonly string[] = rule.unusual,
): string[] {
  return of
    .filter((setting) => rule.unusual.includes(setting))
    .map((setting) =>
      t('ui.figures.reading', {
        setting: settingLabel(setting),
        reading: readingLabel(setting, rule.settings[setting] ?? ''),
      }),
    )
}

/** A choice by its name alone: of the field it goes by, else of any of the rows' own kind or their project. */
function keyLabel(kind: string, by: string, key: string): string {
  for (const owner of [kind, 'project']) {
    const all = kindInfo(owner)?.fields ?? []
    const named = all.filter((one) => one.name === by)
    const field = [...named, ...all].find((one) => one.choices?.includes(key))
    if (field) return choiceLabel(owner, field, key)
  }
  return key
}

/** The parts of progress within a year. */
const PACE = ['time_gone', 'ahead']

/** The name of one part: a month, a band, a choice, or the record or words it brings. */
export function partLabel(kind: string, by: string, part: Pick<FigurePart, 'key' | 'label'>): string {
  const { key, label } = part
  if (label) return label
  if (!key) return t('ui.figures.unknown')
  if (by === 'month') return monthText(Number(key.slice(-2)))
  if (by === 'band') return bandByLine(key) ?? tOr(`band.${key}`, key)
  if (by === 'parts' && PACE.includes(key)) return t(`pace.${key}`)
  const whole = keyLabel(kind, by, key)
  if (whole !== key || by !== 'nature_and_ledger') return whole
  return key
    .split('_')
    .map((one) => keyLabel(kind, by, one))
    .join(' · ')
}

export const breakdownName = ({ by }: Pick<Breakdown, 'by'>): string =>
  t('ui.figures.by', { by: within(tOr(`by.${by}`, by)) })

/** The name of the rows that a figure, or a part of one, opens: “2023年 · 过亿元项目 · 约数”. */
export function figureRowsName(at: Extract<Route, { page: 'ledger' }>): string {
  const { kind, year, through, part = 'ids' } = at
  const [figure = '', by, ofFrozen] = at.figure?.split('.') ?? []
  if (!figure) return ''
  if (figure === 'import') return t(`ui.wizard.rows_${part}`)
  const period = year && periodText(year, through)
  if (figure === 'frozen')
    return [period, figureName(ofFrozen ?? ''), t(`ui.figures.since_${part}`)].filter(Boolean).join(' · ')
  const of = by
    ? partLabel(kind, by, { key: part })
    : part === 'ids'
      ? ''
      : tOr(`ui.figures.part_${part}`, part)
  return [period, figureName(figure), of].filter(Boolean).join(' · ')
}
