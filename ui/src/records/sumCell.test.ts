import { mount } from '@vue/test-utils'
import { expect, it } from 'vitest'
import type { Sum } from '@/data/rows'
import { speak } from '@/words'
import { sumCell } from './sumCell'

const sum = (more: object = {}): Sum => ({
  unit: 'yuan',
  yuan: '407000000.00',
  counted: 7,
  approximate: 0,
  missing: 0,
  foreign: 0,
  undecided: 0,
  ...more,
})
const text = (one: Sum) => mount({ render: () => sumCell(one) }).text()

it('marks a sum of which some rows wait for a decision, and says how many', async () => {
  await speak('zh-CN')
  expect(text(sum())).not.toContain('*')
  expect(text(sum({ undecided: 1 }))).toContain('*')
  expect(text(sum({ undecided: 1 }))).toContain('其中待定夺 1 条')
})
