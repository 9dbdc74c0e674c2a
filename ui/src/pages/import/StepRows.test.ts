import { enableAutoUnmount, mount } from '@vue/test-utils'
import { afterEach, expect, it } from 'vitest'
import { createWizard, placeOf, type ImportReport } from '@/data/import'
import { speak } from '@/words'
import FixGrid from './FixGrid.vue'
import StepRows from './StepRows.vue'

enableAutoUnmount(afterEach)

it('counts the rows of a sheet, not what is noticed in them', async () => {
  await speak('zh-CN')
  const wizard = createWizard()
  const problem = (row: number, column: string, reason: string) =>
    ({ sheet: '签约', row, column, level: 'should', reason, raw: '' }) as const
  const group = (column: string, reason: string, count: number) =>
    ({ sheet: '签约', column, level: 'should', reason, count }) as const
  wizard.report.value = {
    tables: [{ key: '签约', sheet: '签约', header_rows: [1], columns: [{ letter: 'C', head: '金额' }] }],
    problems: [
      problem(3, 'C', 'amount_rough'),
      problem(3, 'D', 'date_rough'),
      problem(7, 'C', 'amount_rough'),
      // A row that is no record is told of, and not in the grid.
      problem(9, '', 'row_skipped'),
    ],
    questions: [],
    duplicates: [],
    detail: {
      rows: [3, 7].map((row) => ({ sheet: '签约', row, cells: { C: '1' } })),
      groups: [group('C', 'amount_rough', 2), group('D', 'date_rough', 1), group('', 'row_skipped', 1)],
      told: [],
      changes: [],
    },
  } as unknown as ImportReport
  wizard.current.value = true
  const page = mount(StepRows, { props: { wizard }, attachTo: document.body })
  expect(page.findAll('[data-testid="import-problem-item"]')[0]?.text()).toMatch(/所有要留意的行.*2$/)
  expect(page.get('[data-testid="import-cell"]').text()).not.toContain('同类问题很多')
})

it('says of how many more rows something is noticed than it lists', async () => {
  await speak('zh-CN')
  const wizard = createWizard()
  const rows = [3, 5]
  wizard.report.value = {
    tables: [{ key: '签约', sheet: '签约', header_rows: [1], columns: [{ letter: 'G', head: '签约时间' }] }],
    problems: rows.map((row) => ({ sheet: '签约', row, column: 'G', level: 'must', reason: 'other_year' })),
    questions: [],
    duplicates: [],
    detail: {
      rows: rows.map((row) => ({ sheet: '签约', row, cells: { G: '2025-02-27' } })),
      groups: [
        { sheet: '签约', column: 'G', level: 'must', reason: 'other_year', count: 2500 },
        { sheet: '签约', column: 'F', level: 'should', reason: 'on_the_line', count: 6 },
      ],
      told: [],
      changes: [],
    },
  } as unknown as ImportReport
  wizard.current.value = true
  const page = mount(StepRows, { props: { wizard }, attachTo: document.body })
  expect(page.findAll('[data-testid="import-problem-item"]')[0]?.text()).toMatch(/2,500 以上$/)
  expect(page.get('.state').text()).toBe('同类问题很多，这里列出前 2 行')
})

it('shows the rows of the level that is chosen, also where all of a sheet are looked at', async () => {
  await speak('zh-CN')
  const wizard = createWizard()
  const given = [
    [3, 'C', 'must', 'amount_unread'],
    [5, 'D', 'must', 'other_year'],
    [7, 'C', 'should', 'amount_rough'],
    [9, 'D', 'should', 'date_rough'],
  ] as const
  wizard.report.value = {
    tables: [
      {
        key: '签约',
        sheet: '签约',
        header_rows: [1],
        columns: ['C', 'D'].map((letter) => ({ letter, head: letter })),
      },
    ],
    problems: given.map(([row, column, level, reason]) => ({
      sheet: '签约',
      row,
      column,
      level,
      reason,
      raw: '',
    })),
    questions: [],
    duplicates: [],
    detail: {
      rows: given.map(([row]) => ({ sheet: '签约', row, cells: { C: '1', D: '2' } })),
      groups: given.map(([, column, level, reason]) => ({ sheet: '签约', column, level, reason, count: 1 })),
      told: [],
      changes: [],
    },
  } as unknown as ImportReport
  wizard.current.value = true
  const page = mount(StepRows, { props: { wizard }, attachTo: document.body })
  const rows = () => [...page.findComponent(FixGrid).props('wanted')].map((key) => placeOf(key).row)
  expect(rows()).toEqual([3, 5, 7, 9])
  for (const [level, wanted] of [
    ['must', [3, 5]],
    ['should', [7, 9]],
    ['all', [3, 5, 7, 9]],
  ] as const) {
    await page.get(`[data-testid="import-level-${level}"]`).trigger('click')
    expect(rows()).toEqual(wanted)
  }
})
