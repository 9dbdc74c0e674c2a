import { enableAutoUnmount, mount } from '@vue/test-utils'
import { afterEach, expect, it, vi } from 'vitest'
import { nextTick } from 'vue'
import { speak } from '@/words'
import CompareDialog from './CompareDialog.vue'

const { compareYears } = vi.hoisted(() => ({ compareYears: vi.fn() }))
vi.mock('@/data/rules', async (real) => ({ ...(await real<object>()), compareYears }))
enableAutoUnmount(afterEach)

const amount = (display: string) => ({ kind: 'amount', display })
const compared = (more: object = {}) => ({
  year: 2024,
  with: 2023,
  read_otherwise: [] as string[],
  figures: [
    {
      id: 'F2',
      unit: 'yi_yuan',
      now: amount('120.00'),
      before: '105.11',
      change: '14.17',
      change_unit: 'percent',
    },
    {
      id: 'F17',
      unit: 'percent',
      now: amount('91.72'),
      before: '82.80',
      change: '8.92',
      change_unit: 'points',
    },
    { id: 'F19', unit: 'percent', now: amount('0.00'), before: '—', change: '—', change_unit: 'percent' },
  ],
  ...more,
})
async function opened(through = 12) {
  await speak('zh-CN')
  mount(CompareDialog, {
    props: { year: 2024, through, years: [2024, 2022], unusual: [], open: true },
    attachTo: document.body,
  })
  await vi.waitFor(() => expect(document.querySelector('[data-testid=compare] table')).not.toBeNull())
  await nextTick()
}
const row = (id: string) => document.querySelector(`[data-testid=compare-${id}]`)?.textContent ?? ''

it('sets the year beside the one before it, rates in percentage points', async () => {
  compareYears.mockResolvedValue(compared())
  await opened()
  expect(compareYears).toHaveBeenCalledWith(2024, 12, 2023)
  expect(row('F2')).toContain('+14.17')
  expect(row('F2')).toContain('%')
  expect(row('F17')).toContain('+8.92')
  expect(row('F17')).toContain('百分点')
})

it('sets the first months beside the same of the year before', async () => {
  compareYears.mockResolvedValue(compared({ through: 10 }))
  await opened(10)
  expect(compareYears).toHaveBeenCalledWith(2024, 10, 2023)
  const heads = document.querySelector('[data-testid=compare] thead')?.textContent ?? ''
  expect(heads).toContain('2023年1月至10月')
  expect(heads).toContain('2024年1月至10月')
})

it('leaves out what neither year says anything of', async () => {
  compareYears.mockResolvedValue(compared())
  await opened()
  expect(row('F19')).toBe('')
})

it('says nothing of rules that the two years share', async () => {
  compareYears.mockResolvedValue(compared())
  await opened()
  expect(document.querySelector('[data-testid=compare-otherwise]')).toBeNull()
})

it('says which rules the two years do not share', async () => {
  compareYears.mockResolvedValue(compared({ frozen: 'id', read_otherwise: ['threshold', 'amount'] }))
  await opened()
  const told = document.querySelector('[data-testid=compare-otherwise]')?.textContent ?? ''
  expect(told).toContain('恰好在线上的、金额口径')
})

it('says that the earlier year is read as it was frozen', async () => {
  compareYears.mockResolvedValue(compared({ frozen: 'f1' }))
  await opened()
  expect(document.querySelector('[data-testid=compare] .note')?.textContent).toContain('2023')
})

it('refuses what the card refuses, and says why', async () => {
  const figures = [
    {
      id: 'F16',
      unit: 'wan_sqm',
      now: amount('1.20'),
      change: '—',
      change_unit: 'percent',
      refused: 'not_kept',
    },
    { id: 'F1', unit: 'count', now: amount('60'), before: '1', change: '5900.00', change_unit: 'percent' },
  ]
  compareYears.mockResolvedValue(compared({ figures }))
  await opened()
  expect(row('F16')).toContain('没有及时冻结')
  expect(row('F1')).not.toContain('5900')
  expect(row('F1')).toContain('上年的数太小')
})
