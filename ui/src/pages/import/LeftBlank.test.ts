import { mount } from '@vue/test-utils'
import { beforeEach, expect, it } from 'vitest'
import { shallowRef } from 'vue'
import type { ImportQuestion, ImportReport } from '@/bridge'
import { createWizard } from '@/data/import'
import { speak } from '@/words'
import ImportDone from './ImportDone.vue'
import StepConfirm from './StepConfirm.vue'
import StepRepeats from './StepRepeats.vue'

beforeEach(() => speak('zh-CN'))

const problem = (row: number, column: string, reason: string, raw: string, level = 'must') => ({
  sheet: '签约',
  row,
  column,
  reason,
  raw,
  level,
})
const group = (column: string, reason: string, count: number, field?: string) => ({
  sheet: '签约',
  column,
  reason,
  count,
  field,
  level: 'must',
})
const report = (more: object = {}) =>
  ({
    created: 6,
    updated: 0,
    unchanged: 0,
    rejected: 1,
    duplicates: [],
    questions: [],
    tables: [],
    problems: [
      problem(4, 'E', 'amount_unreadable', '12.6?'),
      problem(5, 'E', 'amount_unreadable', '待核'),
      problem(5, '', 'name_missing', ''),
      problem(6, 'G', 'bad_date', '2026年13月'),
      problem(7, 'F', 'approximate', '约2亿'),
      problem(0, '', 'row_gone', '签约 13 冻干食品项目', 'should'),
      problem(0, '', 'hidden_sheet', '', 'info'),
    ],
    detail: {
      groups: [
        group('E', 'amount_unreadable', 2, 'agreement.contract_total'),
        group('G', 'bad_date', 1, 'agreement.sign_date'),
        group('F', 'approximate', 1, 'agreement.contract_capital'),
        group('H', 'choice_unknown', 3, 'project.promotion_method'),
      ],
      rows: [],
      changes: [],
    },
    ...more,
  }) as unknown as ImportReport
const question = {
  key: 'choice:project.promotion_method:领导带队',
  reason: 'choice_unknown',
  sheet: '签约',
  head: '招商方式',
  column: 'H',
  rows: 3,
  examples: ['领导带队'],
  choices: [],
} as unknown as ImportQuestion

function asked() {
  const wizard = createWizard()
  wizard.report.value = report()
  Object.assign(wizard, { questions: shallowRef([question]), unanswered: shallowRef([question]) })
  return wizard
}

it('before it is written, names each value that is left blank, and leads to the rows', async () => {
  const wizard = asked()
  const page = mount(StepConfirm, { props: { wizard } })
  const told = page.get('[data-testid="import-left-blank"]').text()
  expect(told).toContain('有 2 个数值没有读懂，留作空白')
  expect(told).toContain('E4 · “12.6?”')
  expect(told).toContain('2026年13月')
  for (const other of ['待核', '约2亿', '领导带队']) expect(told).not.toContain(other)
  await page.get('[data-testid="import-left-blank-go"]').trigger('click')
  expect(wizard.step.value).toBe('rows')
})

it('says what holds for the file as a whole: a row that is gone from it', () => {
  const told = mount(StepConfirm, { props: { wizard: asked() } })
    .get('[data-testid="import-of-file"]')
    .text()
  expect(told).toContain('签约 13 冻干食品项目')
  expect(told).not.toContain('隐藏')
})

it('says both once it is written', () => {
  const wizard = asked()
  wizard.result.value = report({ batch: undefined, detail: undefined })
  const page = mount(ImportDone, { props: { wizard } })
  expect(page.get('[data-testid="import-left-blank"]').text()).toContain('有 2 个数值')
  expect(page.get('[data-testid="import-of-file"]').text()).toContain('冻干食品项目')
})

it.each([
  ['kept_edit', '11.2', '该值在上次导入后由人改过', '签约 第 4 行 · 文件里是“11.2”'],
  ['value_blanked', '', '这次空着，上次导入的值仍保留', '签约 第 4 行'],
])('says before and after which values stay, why, and what the file says: %s', (reason, says, why, where) => {
  const wizard = asked()
  const field = 'agreement.contract_capital'
  wizard.report.value = report({
    tables: [{ key: '签约', sheet: '签约', columns: [{ letter: 'F', head: '资金', field }], subtotals: [] }],
    problems: [{ ...problem(4, '', reason, 'contract_capital', 'should'), field }],
    detail: {
      groups: [{ ...group('', reason, 1, field), level: 'should' }],
      rows: [{ sheet: '签约', row: 4, cells: { F: says } }],
      changes: [],
    },
  })
  const confirm = mount(StepConfirm, { props: { wizard } })
  wizard.result.value = report({ batch: 'b', detail: undefined, problems: [] })
  for (const page of [confirm, mount(ImportDone, { props: { wizard } })]) {
    const told = page.get('[data-testid="import-kept-values"]').text()
    expect(told).toContain('有 1 个值保留已有的，不用文件里的')
    expect(told).toContain(why)
    expect(told).toContain(where)
  }
})

it('does not call rows new that were found to be known records', () => {
  const wizard = createWizard()
  wizard.report.value = report({ updated: 2, unchanged: 11 })
  const told = mount(StepRepeats, { props: { wizard } }).text()
  expect(told).toContain('13 行是已有的记录')
  expect(told).toContain('2 行将更新，11 行没有变化')
})

it('says that known records keep what they say, and of how many cells it names the first', () => {
  const wizard = asked()
  const rows = [4, 5, 6, 7, 8, 9]
  const problems = rows.map((row) => problem(row, 'D', 'amount_unreadable', '12.3.4'))
  const groups = [group('D', 'amount_unreadable', 14, 'agreement.contract_capital')]
  wizard.report.value = report({ unchanged: 27, problems, detail: { groups, rows: [], changes: [] } })
  const told = mount(StepConfirm, { props: { wizard } }).get('[data-testid="import-left-blank"]').text()
  expect(told).toContain('有 14 个数值没有读懂，没有写入：新记录留空，已有记录不变')
  expect(told).toContain('D4、D5、D6、D7、D8 等 14 处 · “12.3.4”')
})
