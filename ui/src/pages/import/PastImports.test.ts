import { flushPromises, mount } from '@vue/test-utils'
import { beforeEach, expect, it, vi } from 'vitest'
import { speak } from '@/words'
import PastImports from './PastImports.vue'

const { pastImports, takeBack } = vi.hoisted(() => ({ pastImports: vi.fn(), takeBack: vi.fn() }))
vi.mock('@/data/import', async (real) => ({ ...(await real<object>()), pastImports, takeBack }))
beforeEach(() => speak('zh-CN'))

const made = (batch: string, file: string, undone = false, left = 0) => ({
  batch,
  file,
  at: '2026-11-30T09:41:00Z',
  records: 22,
  undone,
  left,
})

it('takes one import back, whatever was imported since', async () => {
  pastImports.mockResolvedValue([made('c', '三.xlsx'), made('b', '二.xlsx'), made('a', '一.xlsx', true)])
  const page = mount(PastImports)
  await flushPromises()
  const rows = page.findAll('[data-testid="past-import"]')
  expect(rows.map((one) => one.find('th').text())).toEqual(['三.xlsx', '二.xlsx', '一.xlsx'])
  expect(rows[2]?.text()).toContain('已撤销')
  expect(rows[2]?.find('button').exists()).toBe(false)
  await rows[1]?.get('[data-testid="past-import-undo"]').trigger('click')
  expect(takeBack).toHaveBeenCalledWith('b')
})

it('takes back what stayed once nothing keeps it', async () => {
  pastImports.mockResolvedValue([made('a', '一.xlsx', true, 2)])
  const page = mount(PastImports)
  await flushPromises()
  expect(page.get('[data-testid="past-import"]').text()).toContain('还有 2 条留着')
  await page.get('[data-testid="past-import-undo"]').trigger('click')
  expect(takeBack).toHaveBeenCalledWith('a')
})

it('is not there before anything was imported', async () => {
  pastImports.mockResolvedValue([])
  const page = mount(PastImports)
  await flushPromises()
  expect(page.find('section').exists()).toBe(false)
})
