import { mount } from '@vue/test-utils'
import axe from 'axe-core'
import { expect, it } from 'vitest'
import { h, nextTick } from 'vue'
import LongList from './LongList.vue'
import Radios from './Radios.vue'
import SearchSelect from './SearchSelect.vue'
import Steps from './Steps.vue'

const violations = async (element: Element) =>
  (await axe.run(element, { rules: { 'color-contrast': { enabled: false } } })).violations.map(
    (one) => one.id,
  )

it('a long list draws what is in view and is walked by keyboard', async () => {
  const items = Array.from({ length: 5000 }, (_, at) => `行 ${at}`)
  const wrapper = mount(LongList<string>, {
    attachTo: document.body,
    props: {
      label: '问题',
      items,
      keyOf: (item: string) => item,
      height: 40,
      modelValue: '行 0',
      'onUpdate:modelValue': (next: string | undefined) => wrapper.setProps({ modelValue: next }),
    },
    slots: { default: ({ item }: { item: string }) => h('span', item) },
  })
  expect(wrapper.findAll('[role=option]').length).toBeLessThan(60)
  const box = wrapper.get('[role=listbox]')
  await box.trigger('keydown', { key: 'ArrowDown' })
  expect(wrapper.props('modelValue')).toBe('行 1')
  await box.trigger('keydown', { key: 'End' })
  expect(wrapper.props('modelValue')).toBe('行 4999')
  await box.trigger('keydown', { key: 'ArrowDown' })
  expect(wrapper.props('modelValue')).toBe('行 4999')
  await box.trigger('keydown', { key: 'Home', isComposing: true })
  expect(wrapper.props('modelValue')).toBe('行 4999')
  expect(await violations(wrapper.element)).toEqual([])
  wrapper.unmount()
})

it('a choice among many is found by typing, and waits for the input method', async () => {
  const wrapper = mount(SearchSelect, {
    attachTo: document.body,
    props: {
      label: '对应字段',
      searchLabel: '查找字段',
      none: '没有',
      testid: 'pick',
      groups: [
        { label: '项目', options: [{ value: 'project.name', label: '项目名称' }] },
        { label: '协议', options: [{ value: 'agreement.note', label: '备注', also: '协议' }] },
      ],
      modelValue: 'project.name',
      'onUpdate:modelValue': (next: string) => wrapper.setProps({ modelValue: next }),
    },
  })
  await wrapper.get('[data-testid=pick]').trigger('click')
  await nextTick()
  const input = document.querySelector<HTMLInputElement>('[data-testid=pick-search]')
  if (!input) throw new Error('not open')
  expect(document.querySelectorAll('[role=option]')).toHaveLength(2)
  expect(await violations(document.body)).toEqual([])
  input.value = '协议'
  input.dispatchEvent(new Event('input'))
  await nextTick()
  expect([...document.querySelectorAll('[role=option]')].map((one) => one.textContent?.trim())).toEqual([
    '备注',
  ])
  input.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', isComposing: true, bubbles: true }))
  expect(wrapper.props('modelValue')).toBe('project.name')
  input.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true }))
  await nextTick()
  expect(wrapper.props('modelValue')).toBe('agreement.note')
  wrapper.unmount()
})

it('steps say where one stands and what waits', async () => {
  const wrapper = mount(Steps, {
    attachTo: document.body,
    props: {
      label: '步骤',
      modelValue: 'two',
      steps: [
        { value: 'one', label: '认表', done: true },
        { value: 'two', label: '核对', count: '7', told: '有 7 处须处理' },
        { value: 'three', label: '确认', disabled: true },
      ],
    },
  })
  expect(wrapper.get('[aria-current=step]').text()).toContain('有 7 处须处理')
  await wrapper.findAll('button')[0]?.trigger('click')
  expect(wrapper.emitted('update:modelValue')).toEqual([['one']])
  expect(await violations(wrapper.element)).toEqual([])
  wrapper.unmount()
})

it('an arrow chooses the next of several, however short it is pressed', async () => {
  const wrapper = mount(Radios, {
    attachTo: document.body,
    props: {
      label: '语言',
      options: ['甲', '乙', '丙'].map((value) => ({ value, label: value })),
      modelValue: '甲',
      'onUpdate:modelValue': (next: string | undefined) => wrapper.setProps({ modelValue: next }),
    },
  })
  const [first, second] = wrapper.findAll('[role=radio]')
  const press = async (radio: typeof first, key: string) => {
    await radio?.trigger('keydown', { key })
    await nextTick()
    await radio?.trigger('keyup', { key })
  }
  ;(first?.element as HTMLElement).focus()
  await nextTick()
  expect(wrapper.props('modelValue')).toBe('甲')
  await press(first, 'ArrowDown')
  expect(wrapper.props('modelValue')).toBe('乙')
  await press(second, 'ArrowUp')
  expect(wrapper.props('modelValue')).toBe('甲')
  expect(document.activeElement).toBe(first?.element)
  wrapper.unmount()
})
