import { mount } from '@vue/test-utils'
import { expect, it } from 'vitest'
import type { Figures } from '@/data/figures'
import { speak } from '@/words'
import FigureRules from './FigureRules.vue'

const settings = { rate_change: 'points', threshold: 'inclusive' }
const figures = { figures: [], cutoff: '2023-12-31', rule: { version: 3, settings } } as unknown as Figures

it.each([
  ['zh-CN', '率的同比：百分点之差'],
  ['en', ': in percentage points'],
] as const)('lists on paper how every setting reads, a line each, in %s', async (language, line) => {
  await speak(language)
  const lines = mount(FigureRules, { props: { figures } }).findAll('li')
  expect(lines).toHaveLength(2)
  expect(lines[0]?.text()).toContain(line)
})
