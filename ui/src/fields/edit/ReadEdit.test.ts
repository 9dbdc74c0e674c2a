import { mount } from '@vue/test-utils'
import { expect, it, vi } from 'vitest'
import type { FieldInfo } from '@/data/kinds'
import ReadEdit from './ReadEdit.vue'

const field = { name: 'name', shape: 'text' } as FieldInfo

it('goes on where somebody only looked into another window, and writes when the box is left', async () => {
  const wrapper = mount(ReadEdit, {
    attachTo: document.body,
    props: { id: 'x', kind: 'project', field, value: '甲', names: {} },
  })
  const input = wrapper.get('input')
  input.element.focus()
  await input.setValue('甲一')
  const within = vi.spyOn(document, 'hasFocus').mockReturnValue(false)
  await input.trigger('blur')
  expect(wrapper.emitted('save')).toBeUndefined()
  within.mockRestore()
  await input.trigger('focus')
  expect(input.element.value).toBe('甲一')
  await input.trigger('blur')
  expect(wrapper.emitted('save')).toEqual([['甲一']])
})
