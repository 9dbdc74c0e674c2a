import { enableAutoUnmount, mount } from '@vue/test-utils'
import { afterEach, expect, it, vi } from 'vitest'
import { speak, timeText } from '@/words'
import FrozenDialog from './FrozenDialog.vue'

const { readFrozen, changesSince } = vi.hoisted(() => ({ readFrozen: vi.fn(), changesSince: vi.fn() }))
vi.mock('@/data/rules', async (real) => ({ ...(await real<object>()), readFrozen, changesSince }))
enableAutoUnmount(afterEach)

const AT = ['2026-11-30T09:41:00Z', '2026-11-30T08:15:00Z'] as const
const frozen = (id: string, frozen_at: string, through: number) =>
  ({
    id,
    name: '2026 年度',
    year: 2026,
    through,
    frozen_at,
    rule: { version: 1, unusual: [] },
    figures: [],
  }) as const

async function opened(through: number, at: readonly string[] = AT) {
  await speak('zh-CN')
  await show(
    through,
    at.map((one) => frozen(one, one, 12)),
  )
}
async function show(through: number, periods: object[]) {
  readFrozen.mockResolvedValue(periods)
  changesSince.mockResolvedValue({ figures: [] })
  mount(FrozenDialog, { props: { open: true, year: 2026, through }, attachTo: document.body })
  await vi.waitFor(() => expect(document.querySelector('[data-testid=frozen-same]')).not.toBeNull())
}
const all = (id: string) =>
  [...document.querySelectorAll(`[data-testid=${id}]`)].map((one) => one.textContent)

it('tells two freezes of a day apart by their time, and says that there is one', async () => {
  await opened(12)
  expect(new Set(all('frozen-period')).size).toBe(2)
  expect(all('frozen-before').join()).toContain(timeText(AT[0]))
})

it('says nothing of a freeze of other months', async () => {
  await opened(6)
  expect(all('frozen-before')).toEqual([])
})

it('shows the day alone where no time is known', async () => {
  await opened(12, ['2026-11-30'])
  expect(all('frozen-before').join()).toContain('2026-11-30')
  expect(all('frozen-before').join()).not.toContain('00:00')
})

it('shows the remark that was made with a freeze, and names its months in the language in use', async () => {
  await speak('en')
  const kept = { ...frozen('a', AT[0], 11), name: '2026年1月至11月', note: '第二次，给市里' }
  await show(11, [kept])
  expect(all('frozen-same').join()).toContain('Jan–Nov 2026')
  expect(all('frozen-period').join()).toContain('Jan–Nov 2026')
  expect(all('frozen-period').join()).toContain('第二次，给市里')
})
