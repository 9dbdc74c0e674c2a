import { flushPromises, mount } from '@vue/test-utils'
import { expect, it, vi } from 'vitest'
import { speak } from '@/words'
import AddStop from './AddStop.vue'

vi.mock('@/data/kinds', async (real) => ({
  ...(await real<object>()),
  kindInfo: () => ({ fields: [], list_columns: [], title_field: 'name' }),
  fieldInfo: (_kind: string, name: string) => ({ name, shape: 'ref', target: 'enterprise' }),
}))
vi.mock('@/data/lookups', () => ({ candidates: async () => [{ id: 'e1', title: '红日药业' }] }))

it('puts a firm on a trip that is chosen by its name', async () => {
  await speak('zh-CN')
  const wrapper = mount(AddStop, { attachTo: document.body, props: { open: true, busy: false } })
  await flushPromises()
  const save = document.querySelector<HTMLButtonElement>('[data-testid="add-stop-save"]')!
  expect(save.disabled).toBe(true)
  const input = document.querySelector<HTMLInputElement>('[data-testid="field-enterprise"] input')!
  input.focus()
  input.value = '红日'
  input.dispatchEvent(new Event('input'))
  await flushPromises()
  input.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter' }))
  await flushPromises()
  expect(save.disabled).toBe(false)
  save.click()
  expect(wrapper.emitted('save')).toEqual([['e1']])
})
