import { enableAutoUnmount, mount } from '@vue/test-utils'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { speak } from '@/words'
import RulesDialog from './RulesDialog.vue'

const { readRules, keepReadings } = vi.hoisted(() => ({ readRules: vi.fn(), keepReadings: vi.fn() }))
vi.mock('@/data/rules', async (real) => ({ ...(await real<object>()), readRules, keepReadings }))
enableAutoUnmount(afterEach)

const YI = '100000000'
const book = (reading: string) => ({
  version: 1,
  settings: [{ name: 'large_yuan', figures: ['F3'], readings: [], default: YI, reading }],
})

async function opened(reading = YI) {
  readRules.mockResolvedValue(book(reading))
  keepReadings.mockImplementation((rule: Record<string, string>) =>
    Promise.resolve(book(rule.large_yuan ?? '')),
  )
  mount(RulesDialog, { props: { open: true }, attachTo: document.body })
  return vi.waitFor(() => {
    const input = document.querySelector<HTMLInputElement>('[data-testid=rule-setting-large_yuan] input')
    if (!input) throw new Error('not there yet')
    return input
  })
}
const leave = (input: HTMLInputElement) => input.dispatchEvent(new FocusEvent('blur'))
const back = () => document.querySelector<HTMLElement>('[data-testid=rule-usual-large_yuan]')

beforeEach(() => {
  keepReadings.mockClear()
})

it.each(['zh-CN', 'en'] as const)('keeps a line that was left as it was, in %s', async (language) => {
  await speak(language)
  const input = await opened()
  expect(input.value).toBe(language === 'en' ? '100' : '10,000')
  leave(input)
  expect(keepReadings).not.toHaveBeenCalled()
  expect(back()).toBeNull()
})

it('keeps a line as it was typed, to the yuan', async () => {
  await speak('zh-CN')
  const input = await opened()
  input.value = '12345.6789'
  leave(input)
  await vi.waitFor(() => expect(keepReadings).toHaveBeenCalledWith({ large_yuan: '123456789' }))
  expect(input.value).toBe('12,345.6789')
})

it('leads back to what a setting reads when nobody chose', async () => {
  await speak('zh-CN')
  await opened('200000000')
  expect(back()?.textContent).toBe('恢复为10,000 万元')
  back()?.click()
  await vi.waitFor(() => expect(keepReadings).toHaveBeenCalledWith({ large_yuan: YI }))
  await vi.waitFor(() => expect(back()).toBeNull())
})
