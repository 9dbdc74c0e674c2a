import { mount } from '@vue/test-utils'
import { expect, it } from 'vitest'
import { h, nextTick } from 'vue'
import Dialog from './Dialog.vue'
import Popover from './Popover.vue'

it.each([
  ['a dialog', Dialog, { title: '新建' }],
  ['a popover', Popover, { label: '查找' }],
])('Escape that an input method holds does not close %s', async (_, kit, props) => {
  let open = true
  const wrapper = mount(kit as typeof Dialog, {
    attachTo: document.body,
    props: { ...props, open, 'onUpdate:open': (next: boolean) => (open = next) } as never,
    slots: { default: () => h('input'), trigger: () => h('button') },
  })
  await nextTick()
  const input = document.querySelector('input')
  const press = (isComposing: boolean) =>
    input?.dispatchEvent(
      new KeyboardEvent('keydown', { key: 'Escape', isComposing, bubbles: true, cancelable: true }),
    )
  press(true)
  expect(open).toBe(true)
  press(false)
  expect(open).toBe(false)
  wrapper.unmount()
})
