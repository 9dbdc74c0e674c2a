import { mount } from '@vue/test-utils'
import { expect, it } from 'vitest'
import type { Figure, Figures } from '@/data/figures'
import { speak } from '@/words'
import FigureRule from './FigureRule.vue'

const other = (value: string, display: string) => ({ setting: 'counted_types', value, display })
const money = {
  id: 'F2',
  group: 'signing',
  unit: 'yi_yuan',
  value: { kind: 'money', yuan: '1269595000000', display: '12695.95' },
  settings: ['counted_types'],
  other_readings: [other('formal_only', '14858.84'), other('with_frameworks', '—')],
}
const number = {
  ...money,
  id: 'F1',
  unit: 'count',
  value: { kind: 'count', count: 2143, display: '2143' },
  other_readings: [other('formal_only', '1980'), other('with_frameworks', '2200')],
}
const of = { through: 12, cutoff: '2026-12-31', rule: { version: 1, settings: { counted_types: 'formal' } } }

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
] as const)('tells every reading in the unit and with the separators of the figure, %#', async (...given) => {
  const [figure, language, amounts] = given
  const said = (await told(figure, language)).join('\n')
  for (const one of amounts) expect(said).toContain(one)
})
