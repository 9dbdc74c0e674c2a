import { h, type VNodeChild } from 'vue'
import type { Sum } from '@/data/rows'
import type { AreaUnit } from '@/data/value'
import { areaSumText, numberSumText, sumText } from '@/fields/show'
import { t } from '@/words'
import './sumCell.css'

const NOTES = ['approximate', 'undecided', 'missing', 'foreign'] as const

/** A total with a mark where it is not the whole truth; the marks' words are its description. Areas in `unit`. */
export function sumCell(sum: Sum, testid?: string, unit?: AreaUnit): VNodeChild {
  if (!sum.counted && !sum.foreign) return ''
  const notes = NOTES.filter((one) => sum[one] > 0).map((one) => t(`ui.sum.${one}`, { count: sum[one] }))
  const title = [t('ui.sum.counted', { count: sum.counted }), ...notes].join('\n')
  return h('span', { class: 'sum', title }, [
    notes.length
      ? h('span', { class: 'mark', 'aria-hidden': 'true' }, sum.approximate ? t('ui.mark.approximate') : '*')
      : null,
    h('span', { class: 'unseen' }, title),
    h('strong', { 'data-testid': testid, 'data-yuan': sum.yuan }, sum.counted ? text(sum, unit) : '–'),
  ])
}

function text(sum: Sum, unit?: AreaUnit): string {
  if (sum.unit === 'yuan') return sumText(sum.yuan)
  return sum.unit === 'sqm' ? areaSumText(sum.value ?? '0', unit) : numberSumText(sum.value ?? '0')
}
