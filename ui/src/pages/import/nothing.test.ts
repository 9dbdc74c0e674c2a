import { enableAutoUnmount, mount } from '@vue/test-utils'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { createWizard, rowSorts, type ImportTable, type SheetPreview } from '@/data/import'
import type { LedgerPreview } from '@/bridge'
import { speak } from '@/words'
import ImportFoot from './ImportFoot.vue'
import StepConfirm from './StepConfirm.vue'
import StepQuestions from './StepQuestions.vue'
import StepRepeats from './StepRepeats.vue'
import StepRows from './StepRows.vue'
import StepTables from './StepTables.vue'
import { useSteps } from './steps'

enableAutoUnmount(afterEach)
beforeEach(() => speak('zh-CN'))

const note = {
  name: '会议纪要',
  hidden: false,
  width: 1,
  more: false,
  rows: [{ row: 1, cells: { A: '你好' } }],
}
const table = {
  key: '会议纪要',
  sheet: '会议纪要',
  header_rows: [1],
  columns: [],
  skipped: [],
  hidden_columns: [],
}

function wizardOf(sheets: object[], tables: object[] = []) {
  const wizard = createWizard()
  wizard.file.value = new File([], '杂.xlsx')
  wizard.preview.value = { sheets, tables, ledgers: [] } as unknown as LedgerPreview
  return wizard
}
const at = (wizard: ReturnType<typeof createWizard>) => {
  const foot = mount(ImportFoot, { props: { wizard, first: true, last: false } })
  return { foot, next: foot.get('[data-testid="import-next"]'), steps: useSteps(wizard) }
}

it('says of an empty workbook that it is, and offers another', async () => {
  const wizard = wizardOf([])
  const page = mount(StepTables, { props: { wizard } })
  expect(page.get('[data-testid="import-nothing"]').text()).toContain('“杂.xlsx”里没有数据')
  await page.get('[data-testid="import-nothing-other"]').trigger('click')
  expect(wizard.file.value).toBeUndefined()
})

it('goes no further until there is a table to take, and says why', async () => {
  const wizard = wizardOf([note])
  const page = mount(StepTables, { props: { wizard } })
  expect(page.get('[data-testid="import-nothing"]').text()).toContain('没有认出台账')
  const { foot, next, steps } = at(wizard)
  expect(next.attributes('disabled')).toBeDefined()
  expect(foot.get(`#${next.attributes('aria-describedby')}`).text()).toContain('还没有要导入的表')
  expect(foot.find('[data-testid="import-check"]').exists()).toBe(false)
  steps.go(1)
  expect(wizard.step.value).toBe('tables')
  expect(steps.steps.value.filter((one) => !one.disabled)).toHaveLength(1)

  wizard.preview.value = { ...wizard.preview.value!, tables: [table as unknown as ImportTable] }
  await page.vm.$nextTick()
  expect(page.find('[data-testid="import-nothing"]').exists()).toBe(false)
  expect(next.attributes('disabled')).toBeUndefined()
  steps.go(1)
  expect(wizard.step.value).toBe('columns')
})

it('goes no further where every table is left out', () => {
  const wizard = wizardOf([note], [table])
  wizard.said.mappings['会议纪要'] = { columns: [], skip: true }
  expect(at(wizard).next.attributes('disabled')).toBeDefined()
})

it('says at every step that a check which was stopped has not told anything, and offers another', async () => {
  const wizard = wizardOf([note], [table])
  const check = vi.spyOn(wizard, 'check').mockResolvedValue()
  for (const step of [StepQuestions, StepRows, StepRepeats, StepConfirm]) {
    wizard.checking.value = true
    const page = mount(step, { props: { wizard } })
    expect(page.find('[data-testid="import-not-checked"]').exists()).toBe(false)
    wizard.checking.value = false
    await page.vm.$nextTick()
    await page.get('[data-testid="import-check-here"]').trigger('click')
  }
  expect(check).toHaveBeenCalledTimes(4)
  wizard.step.value = 'confirm'
  expect(
    at(wizard)
      .steps.steps.value.filter((one) => one.done)
      .map((one) => one.value),
  ).toEqual(['tables', 'columns'])
})

it('gives the keyboard to the way on where a check was stopped', async () => {
  const wizard = wizardOf([note], [table])
  wizard.checking.value = true
  const foot = mount(ImportFoot, { props: { wizard, first: true, last: false }, attachTo: document.body })
  const cancel = foot.get<HTMLElement>('[data-testid="import-cancel"]')
  cancel.element.focus()
  await cancel.trigger('click')
  wizard.checking.value = false
  await vi.waitFor(() =>
    expect(document.activeElement).toBe(foot.get('[data-testid="import-check"]').element),
  )
})

it('takes a sheet without headings as it is told, and says what is still to be told', async () => {
  const wizard = wizardOf([note])
  const reread = vi.spyOn(wizard, 'reread').mockReturnValue()
  const page = mount(StepTables, { props: { wizard } })
  expect(page.get('[data-testid="import-point"]').text()).toBe('以第 1 行为表头')
  await page.get('[data-testid="import-no-header"]').trigger('click')
  expect(wizard.said.mappings['会议纪要']?.header_rows).toEqual([0, 0])
  expect(reread).toHaveBeenCalledTimes(1)
  expect(page.find('[data-testid="import-point"]').exists()).toBe(false)
  expect(page.find('[data-testid="import-header-first"]').exists()).toBe(false)
  expect(page.get('.view').text()).toContain('没有表头，第一行就是数据。请在左边指定是什么台账。')
})

it('marks every row of a table without headings as a record', () => {
  const bare = { ...table, header_rows: [], skipped: [{ row: 2, kind: 'total', text: '' }] }
  const rows = [1, 2, 3].map((row) => ({ row, cells: { A: '甲' } }))
  const sorts = rowSorts({ ...note, rows } as unknown as SheetPreview, [bare as unknown as ImportTable])
  expect([...sorts.values()]).toEqual(['data', 'total', 'data'])
})
