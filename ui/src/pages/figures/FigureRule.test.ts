import { mount } from '@vue/test-utils'
import { expect, it } from 'vitest'
import type { Figure, Figures } from '@/data/figures'
import { speak } from '@/words'
import FigureRule from './FigureRule.vue'

const other = (value: string, display: string, unit: string) => ({
  setting: 'counted_types',
  value,
  display,
  unit,
  usual: value === 'formal_and_entry',
})
const money = {
  id: 'F2',
  group: 'signing',
  unit: 'yi_yuan',
  value: { kind: 'money', yuan: '1269595000000', display: '12695.95' },
  settings: ['counted_types'],
  other_readings: [other('formal_only', '14858.84', 'yi_yuan'), other('with_framework', '—', 'yi_yuan')],
}
const number = {
  ...money,
  id: 'F1',
  unit: 'count',
  value: { kind: 'count', count: 2143, display: '2143' },
  other_readings: [other('formal_only', '1980', 'count'), other('with_framework', '2200', 'count')],
}
/** A rate that rose from 82.80 to 91.72 %. */
const rise = {
  ...money,
  id: 'F18',
  unit: 'points',
  value: { kind: 'change', display: '8.92' },
  other_readings: [other('relative', '10.77', 'percent')],
}
const of = {
  through: 12,
  cutoff: '2026-12-31',
  rule: { version: 1, settings: { counted_types: 'formal_and_entry' } },
}

/** What a figure is said to be under each reading. */
async function told(figure: object, language: 'zh-CN' | 'en') {
  await speak(language)
  const shown = mount(FigureRule, { props: { figure: figure as Figure, of: of as unknown as Figures } })
  return shown.findAll('[role=radio], label, .hint').map((one) => one.text())
}

it.each([
  [money, 'zh-CN', ['12,695.95 亿元', '14,858.84 亿元', '— 亿元']],
  [money, 'en', ['1,269.595 bn yuan', '1,485.884 bn yuan', '— bn yuan']],
  [number, 'zh-CN', ['2,143 个', '1,980 个', '2,200 个']],
  [rise, 'zh-CN', ['8.92 百分点', '10.77 %']],
] as const)('tells every reading in its unit and with separators, %#', async (...given) => {
  const [figure, language, amounts] = given
  const said = (await told(figure, language)).join('\n')
  for (const one of amounts) expect(said).toContain(one)
})

it('lists the usual reading first, and says that it is, whichever counts', async () => {
  const usual = ['正式投资合同、入驻协议（缺省）', '仅正式投资合同', '含框架、意向协议']
  expect((await told(number, 'zh-CN')).filter((one) => /协议|合同/.test(one))).toEqual(usual)
  const chosen = {
    ...number,
    other_readings: [other('formal_and_entry', '2143', 'count'), number.other_readings[1]],
  }
  const shown = mount(FigureRule, {
    props: {
      figure: chosen as unknown as Figure,
      of: { ...of, rule: { version: 2, settings: { counted_types: 'formal_only' } } } as unknown as Figures,
    },
  })
  expect(shown.findAll('label').map((one) => one.text())).toEqual(usual)
  expect(shown.get('[data-testid="adopt-counted_types"]').attributes('data-value')).toBe('formal_only')
})
