import { enableAutoUnmount, flushPromises, mount } from '@vue/test-utils'
import { afterEach, expect, it, vi } from 'vitest'
import { speak } from '@/words'
import { speakMap } from '@/words/map'
import AddStop from './AddStop.vue'

vi.mock('@/data/kinds', async (real) => ({
  ...(await real<object>()),
  kindInfo: () => ({ fields: [], list_columns: [], title_field: 'name' }),
  fieldInfo: (_kind: string, name: string) => ({ name, shape: 'ref', target: 'enterprise' }),
}))
vi.mock('@/data/lookups', () => ({ candidates: async () => [{ id: 'e1', title: '红日药业' }] }))

const button = () => document.querySelector<HTMLButtonElement>('[data-testid="add-stop-save"]')!
const box = () => document.querySelector<HTMLInputElement>('[data-testid="field-enterprise"] input')!
async function type(text: string) {
  box().focus()
  box().value = text
  box().dispatchEvent(new Event('input'))
  await flushPromises()
}
async function choose(text: string) {
  await type(text)
  box().dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter' }))
  await flushPromises()
}
async function shown(on: string[] = []) {
  await Promise.all([speak('zh-CN'), speakMap('zh-CN')])
  const wrapper = mount(AddStop, { attachTo: document.body, props: { open: true, busy: false, on } })
  await flushPromises()
  return wrapper
}
enableAutoUnmount(afterEach)

it('puts a firm on a trip that is chosen by its name', async () => {
  const wrapper = await shown()
  expect(button().disabled).toBe(true)
  await choose('红日')
  expect(button().disabled).toBe(false)
  button().click()
  expect(wrapper.emitted('save')).toEqual([['e1']])
})

it('adds no other firm than the one its box names', async () => {
  const wrapper = await shown()
  await choose('红日')
  await type('别家公司')
  button().click()
  await flushPromises()
  expect(wrapper.emitted('save')).toBeUndefined()
  expect(document.querySelector('[role="alert"]')?.textContent).toBe('请从列表中选择')
  expect(document.activeElement).toBe(box())
  await choose('红日')
  button().click()
  expect(wrapper.emitted('save')).toEqual([['e1']])
})

it('says of a firm that it is on the trip already', async () => {
  const wrapper = await shown(['e1'])
  await choose('红日')
  button().click()
  await flushPromises()
  expect(wrapper.emitted('save')).toBeUndefined()
  expect(document.querySelector('[role="alert"]')?.textContent).toBe('红日药业已经在这个行程里')
})
