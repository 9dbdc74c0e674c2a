import { mount } from '@vue/test-utils'
import { expect, it } from 'vitest'
import type { Figure, Figures } from '@/data/figures'
import { unusualReadings } from '@/fields/figures'
import { speak } from '@/words'
import FigureCard from './FigureCard.vue'

const none = { ids: [], approximate: [], rough: [], missing: [], on_the_line: [], lapsed: [], undecided: [] }
const figure = (id: string, settings: string[]) =>
  ({
    ...none,
    id,
    kind: 'agreement',
    group: 'signing',
    unit: 'yi_yuan',
    value: { kind: 'money', yuan: '5519000000', display: '55.19' },
    settings,
    parts: [],
    other_readings: [],
  }) as unknown as Figure
const of = (unusual: string[]) =>
  ({
    year: 2026,
    through: 12,
    cutoff: '2026-12-31',
    figures: [],
    rule: { version: 2, unusual, settings: { amount: 'contract_total', threshold: 'inclusive' } },
  }) as unknown as Figures
const card = (settings: string[], unusual: string[]) =>
  mount(FigureCard, { props: { figure: figure('F2', settings), of: of(unusual) } })

it('says beside the number under which other reading it was counted', async () => {
  await speak('zh-CN')
  expect(card(['amount', 'threshold'], ['amount']).get('[data-testid="unusual-F2"]').text()).toBe(
    '金额口径：合同总投资',
  )
  await speak('en')
  expect(card(['amount'], ['amount']).get('[data-testid="unusual-F2"]').text()).toContain(': ')
})

it('says nothing where all readings of the figure are the usual ones', async () => {
  await speak('zh-CN')
  expect(card(['threshold'], ['amount']).find('[data-testid="unusual-F2"]').exists()).toBe(false)
  expect(card(['amount'], []).find('[data-testid="unusual-F2"]').exists()).toBe(false)
  expect(unusualReadings(of(['amount']))).toEqual(['金额口径：合同总投资'])
})
