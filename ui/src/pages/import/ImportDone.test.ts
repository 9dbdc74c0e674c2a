import { mount } from '@vue/test-utils'
import { beforeEach, expect, it, vi } from 'vitest'
import { nextTick, shallowRef } from 'vue'
import type { ImportQuestion, Imported, ImportReport } from '@/bridge'
import { createWizard } from '@/data/import'
import { notices } from '@/data/notices'
import { speak, t } from '@/words'
import ImportDone from './ImportDone.vue'

beforeEach(() => speak('zh-CN'))

it('says what became of the rows that were not taken', async () => {
  const click = vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(() => undefined)
  URL.createObjectURL = () => 'blob:'
  URL.revokeObjectURL = () => undefined
  const wizard = createWizard()
  const rejected_file = { file_name: '台账_未导入.xlsx', rows: 2, data: btoa('甲'.length.toString()) }
  wizard.result.value = {
    created: 1,
    updated: 0,
    rejected: 2,
    tables: [],
    rejected_file,
  } as unknown as ImportReport
  await mount(ImportDone, { props: { wizard } }).get('[data-testid="import-save-rejected"]').trigger('click')
  expect(click).toHaveBeenCalledTimes(1)
  const said = notices.value[0]?.text
  expect(t(said?.key ?? '', said?.params)).toBe('已导出 2 条：台账_未导入.xlsx，在浏览器的下载文件夹里')
})

const written = (undone: boolean) =>
  ({ kinds: [{ kind: 'agreement', created: 3, updated: 0, pending: 0 }], ids: [], undone }) as Imported
const report = (more: object = {}) =>
  ({
    batch: 'b',
    created: 3,
    updated: 0,
    unchanged: 0,
    rejected: 0,
    tables: [{ kind: 'agreement', year: 2026 }],
    ...more,
  }) as unknown as ImportReport

it('shows that the import was taken back meanwhile, and no way to what is gone', async () => {
  const wizard = createWizard()
  wizard.result.value = report()
  wizard.imported.value = written(false)
  const page = mount(ImportDone, { props: { wizard } })
  expect(page.get('[data-testid="import-figures"]').attributes('href')).toBe('#/figures/2026')
  expect(page.find('[data-testid="import-to-agreement-created"]').exists()).toBe(true)
  wizard.imported.value = written(true)
  await nextTick()
  expect(page.get('[data-testid="import-done"]').text()).toContain('这次导入已经撤销')
  expect(page.findAll('a')).toHaveLength(0)
  expect(page.find('[data-testid="import-undo"]').exists()).toBe(false)
})

it('names what is missing for want of an answer, and goes back to answer it', async () => {
  const wizard = createWizard()
  const question = {
    key: 'unit:signing:合同额',
    reason: 'amount_unit_unknown',
    sheet: '签约',
    head: '合同额',
    column: 'D',
    rows: 3,
    examples: [],
    choices: [],
  } as unknown as ImportQuestion
  Object.assign(wizard, { unanswered: shallowRef([question]) })
  wizard.result.value = report({ batch: undefined })
  const page = mount(ImportDone, { props: { wizard } })
  const open = page.get('[data-testid="import-open-questions"]').text()
  expect(open).toContain('有 1 个问题没有回答，下列内容没有导入')
  expect(open).toContain('“合同额”的数值是什么单位？')
  await page.get('[data-testid="import-open-questions-go"]').trigger('click')
  await vi.waitFor(() => expect(wizard.step.value).toBe('questions'))
  expect(wizard.result.value).toBeUndefined()
})

it('calls what it leads to in English as many, and in few words', async () => {
  await speak('en')
  const wizard = createWizard()
  wizard.result.value = report()
  wizard.imported.value = written(false)
  const page = mount(ImportDone, { props: { wizard } })
  expect(page.get('[data-testid="import-rows"]').text()).toBe('Open agreements')
  expect(page.get('[data-testid="import-undo"]').text()).toBe('Undo import')
  expect(page.findAll('th').map((one) => one.text())).toContain('Undecided')
  expect(page.get('[data-testid="import-to-agreement-created"]').attributes('aria-label')).toBe(
    '3 Show agreements: New',
  )
})
