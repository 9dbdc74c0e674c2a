import { enableAutoUnmount, flushPromises, mount } from '@vue/test-utils'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { speak } from '@/words'
import PastImports from './PastImports.vue'

const { pastImports, takeBack } = vi.hoisted(() => ({ pastImports: vi.fn(), takeBack: vi.fn() }))
vi.mock('@/data/import', async (real) => ({ ...(await real<object>()), pastImports, takeBack }))
beforeEach(async () => {
  takeBack.mockReset()
  await speak('zh-CN')
})

const made = (batch: string, file: string, undone = false, left = 0) => ({
  batch,
  file,
  at: '2026-11-30T09:41:00Z',
  records: 22,
  undone,
  left,
})

/** Asks of the file before anything is taken back, and goes on. */
async function sure(file: string) {
  await flushPromises()
  expect(takeBack).not.toHaveBeenCalled()
  expect(document.querySelector('[role="dialog"]')?.textContent).toContain(`撤销“${file}”的导入？`)
  document.querySelector<HTMLElement>('[data-testid="past-import-sure-go"]')?.click()
  await flushPromises()
}
enableAutoUnmount(afterEach)

it('takes one import back, whatever was imported since', async () => {
  pastImports.mockResolvedValue([made('c', '三.xlsx'), made('b', '二.xlsx'), made('a', '一.xlsx', true)])
  const page = mount(PastImports)
  await flushPromises()
  const rows = page.findAll('[data-testid="past-import"]')
  expect(rows.map((one) => one.find('th').text())).toEqual(['三.xlsx', '二.xlsx', '一.xlsx'])
  expect(rows[2]?.text()).toContain('已撤销')
  expect(rows[2]?.find('button').exists()).toBe(false)
  await rows[1]?.get('[data-testid="past-import-undo"]').trigger('click')
  await sure('二.xlsx')
  expect(takeBack).toHaveBeenCalledWith('b')
})

it('takes back what stayed once nothing keeps it', async () => {
  pastImports.mockResolvedValue([made('a', '一.xlsx', true, 2)])
  const page = mount(PastImports)
  await flushPromises()
  expect(page.get('[data-testid="past-import"]').text()).toContain('还有 2 条留着')
  await page.get('[data-testid="past-import-undo"]').trigger('click')
  await sure('一.xlsx')
  expect(takeBack).toHaveBeenCalledWith('a')
})

it('is not there before anything was imported', async () => {
  pastImports.mockResolvedValue([])
  const page = mount(PastImports)
  await flushPromises()
  expect(page.find('section').exists()).toBe(false)
})
