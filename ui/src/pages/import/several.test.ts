import { enableAutoUnmount, flushPromises, mount } from '@vue/test-utils'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import type { ImportReport, LedgerPreview } from '@/bridge'
import { allActions } from '@/data/actions'
import { handed } from '@/data/files'
import { useWizard, waiting } from '@/data/import'
import { notices } from '@/data/notices'
import { go } from '@/data/route'
import { speak, t } from '@/words'
import ImportPage from '../ImportPage.vue'

vi.mock('@/bridge', async (real) => ({
  ...(await real<object>()),
  call: vi.fn(async () => ({ templates: [], imports: [] })),
}))
enableAutoUnmount(afterEach)
const wizard = useWizard()
const opened: string[] = []
const nothing = { sheets: [], tables: [], ledgers: [], templates: [] } as unknown as LedgerPreview
const done = { created: 1, updated: 0, rejected: 0, tables: [] } as unknown as ImportReport
const given = (...names: string[]) => names.map((name) => new File([], name))
const names = () => waiting.value.map((one) => one.name)

beforeEach(async () => {
  await speak('zh-CN')
  wizard.busy.value = undefined
  wizard.reset()
  waiting.value = []
  opened.length = 0
  vi.spyOn(wizard, 'open').mockImplementation(async (file: File) => {
    wizard.reset()
    opened.push(file.name)
    wizard.file.value = file
    wizard.preview.value = nothing
  })
  go({ page: 'import' })
})

function drop(page: ReturnType<typeof mount>, files: File[]) {
  const event = new Event('drop', { bubbles: true, cancelable: true })
  page.get('label.file').element.dispatchEvent(Object.assign(event, { dataTransfer: { files } }))
  return flushPromises()
}

it('opens the first of several files and lets the others wait, each by its name', async () => {
  const page = mount(ImportPage)
  await drop(page, given('一月.xlsx', '二月.csv', '三月.XLS'))
  expect(opened).toEqual(['一月.xlsx'])
  const told = page.get('[data-testid="import-queue"]')
  expect(told.get('[role="status"]').text()).toBe('还有 2 份文件等着')
  expect(told.findAll('li').map((one) => one.text())).toEqual(['二月.csv', '三月.XLS'])
  // What is open comes first; the next has no button until that is done or left.
  expect(page.find('[data-testid="import-next-file"]').exists()).toBe(false)
})

it('leaves one out, and the keyboard stays in the list', async () => {
  const page = mount(ImportPage, { attachTo: document.body })
  await drop(page, given('一月.xlsx', '二月.csv', '三月.xls'))
  const crosses = () => page.findAll('[data-testid="import-waits-clear"]')
  expect(crosses()[1]?.attributes('aria-label')).toBe('不导入“三月.xls”')
  await crosses()[1]?.trigger('click')
  await flushPromises()
  expect(names()).toEqual(['二月.csv'])
  expect(document.activeElement).toBe(crosses()[0]?.element)
})

it('opens the next with one click after one is done, and with a key after one is left', async () => {
  const page = mount(ImportPage)
  await drop(page, given('一月.xlsx', '二月.csv', '三月.xls'))
  wizard.result.value = done
  await flushPromises()
  const next = page.get('[data-testid="import-next-file"]')
  expect(next.attributes('aria-label')).toBe('打开下一份：二月.csv')
  await next.trigger('click')
  expect(opened).toEqual(['一月.xlsx', '二月.csv'])
  expect(wizard.result.value).toBeUndefined()
  await page.get('[data-testid="import-other"]').trigger('click')
  expect(names()).toEqual(['三月.xls'])
  allActions.value.find((one) => one.keys === 'Alt+ArrowRight')?.run()
  expect(opened).toEqual(['一月.xlsx', '二月.csv', '三月.xls'])
  await flushPromises()
  expect(page.find('[data-testid="import-queue"]').exists()).toBe(false)
})

it('lets files that come while one is open or written wait behind it', async () => {
  handed.value = given('一月.xlsx')
  mount(ImportPage)
  handed.value = given('二月.csv')
  await flushPromises()
  wizard.busy.value = 'writing'
  handed.value = given('三月.xls', '四月.ods')
  await flushPromises()
  expect(opened).toEqual(['一月.xlsx'])
  expect(names()).toEqual(['二月.csv', '三月.xls', '四月.ods'])
})

it('says which of several are no ledgers, and tries one that comes alone', async () => {
  handed.value = given('说明.docx', '一月.xlsx', '照片')
  mount(ImportPage)
  await flushPromises()
  expect(opened).toEqual(['一月.xlsx'])
  expect(names()).toEqual([])
  const said = notices.value.find((one) => one.tone === 'warning')?.text
  expect(t(said?.key ?? '', said?.params)).toBe('有 2 个文件不是台账，没有收下：说明.docx、照片')
  wizard.reset()
  handed.value = given('说明.docx')
  await flushPromises()
  expect(opened).toEqual(['一月.xlsx', '说明.docx'])
})

it('hands the keyboard to the step once its file is open', async () => {
  const page = mount(ImportPage, { attachTo: document.body })
  await drop(page, given('一月.xlsx', '二月.csv'))
  ;(page.element as HTMLElement).focus()
  wizard.step.value = 'columns'
  await vi.waitFor(() => expect(page.get('.body').element.contains(document.activeElement)).toBe(true))
})

it('takes several from the file dialog', () => {
  expect(mount(ImportPage).get('[data-testid="import-input"]').attributes()).toHaveProperty('multiple')
})
