import { mount } from '@vue/test-utils'
import axe from 'axe-core'
import { expect, it } from 'vitest'
import Tabs from './Tabs.vue'

it('tabs are walked by keyboard, leave out what is off, and show one panel', async () => {
  const wrapper = mount(Tabs, {
    attachTo: document.body,
    props: {
      label: '旁边',
      modelValue: 'one',
      'onUpdate:modelValue': (next: string) => wrapper.setProps({ modelValue: next }),
      tabs: [
        { value: 'one', label: '历史' },
        { value: 'two', label: '备注', count: '3' },
        { value: 'off', label: '停用', disabled: true },
      ],
    },
    slots: { one: 'first', two: 'second' },
  })
  const list = wrapper.get('[role=tablist]')
  const chosen = () => wrapper.get('[aria-selected=true]').text()
  expect(wrapper.text()).toContain('first')
  await list.trigger('keydown', { key: 'ArrowRight' })
  expect([chosen(), document.activeElement?.textContent?.trim()]).toEqual(['备注3', '备注3'])
  expect(wrapper.text()).not.toContain('first')
  await list.trigger('keydown', { key: 'ArrowRight' })
  expect(chosen()).toBe('历史')
  await list.trigger('keydown', { key: 'End' })
  expect(chosen()).toBe('备注3')
  await list.trigger('keydown', { key: 'Home', isComposing: true })
  await list.trigger('keydown', { key: 'ArrowLeft', altKey: true })
  expect(chosen()).toBe('备注3')
  const rules = { 'color-contrast': { enabled: false }, region: { enabled: false } }
  expect((await axe.run(wrapper.element, { rules })).violations.map((one) => one.id)).toEqual([])
  wrapper.unmount()
})
