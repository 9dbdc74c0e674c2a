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

const day = { name: 'day', shape: 'date' } as FieldInfo
const boxed = (value: object | null = null) =>
  mount(ReadEdit, {
    attachTo: document.body,
    props: { id: 'y', kind: 'visit', field: day, value: value as never, names: {}, boxed: true },
  })

it('says over the page what is read, and in the page once the box is left', async () => {
  const wrapper = boxed()
  const input = wrapper.get('input')
  input.element.focus()
  await input.setValue('昨天')
  expect(wrapper.get('.under').classes()).not.toContain('left')
  input.element.blur()
  await wrapper.vm.$nextTick()
  expect(wrapper.get('.under').classes()).toContain('left')
})

it('keeps the keyboard in a box of a dialog that Enter was pressed in', async () => {
  const wrapper = boxed()
  const input = wrapper.get('input')
  input.element.focus()
  await input.setValue('2026-10-05')
  await input.trigger('keydown', { key: 'Enter' })
  expect(wrapper.emitted('save')).toEqual([[{ date: '2026-10-05' }]])
  expect(document.activeElement).toBe(input.element)
})
