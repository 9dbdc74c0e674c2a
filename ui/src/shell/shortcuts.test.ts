import { mount } from '@vue/test-utils'
import { afterEach, expect, it, vi } from 'vitest'
import { defineComponent, effectScope, h, ref } from 'vue'
import { useActions } from '@/data/actions'
import { useOwnSteps } from '@/data/undo'
import Select from '@/kit/Select.vue'
import { useShortcuts } from './shortcuts'

const page = defineComponent({
  setup: () => (useShortcuts(ref(true)), () => h('input')),
})
afterEach(() => vi.restoreAllMocks())

it('goes back and forward by Alt and an arrow, but not out of a text', async () => {
  const back = vi.spyOn(history, 'back').mockReturnValue()
  const forward = vi.spyOn(history, 'forward').mockReturnValue()
  const box = mount(page, { attachTo: document.body }).get('input')
  const press = (key: string) => box.trigger('keydown', { key, altKey: true })
  await press('ArrowLeft')
  await press('ArrowRight')
  expect([back.mock.calls.length, forward.mock.calls.length]).toEqual([1, 1])
  box.element.value = '写到一半'
  await press('ArrowLeft')
  await press('ArrowRight')
  expect([back.mock.calls.length, forward.mock.calls.length]).toEqual([1, 1])
})

it('steps in what a page has not written yet, and leaves the file alone', async () => {
  const step = vi.fn()
  const can = vi.fn(() => true)
  const scope = effectScope()
  scope.run(() => useOwnSteps(() => ({ can, step })))
  const box = mount(page, { attachTo: document.body }).get('input')
  await box.trigger('keydown', { key: 'z', ctrlKey: true })
  await box.trigger('keydown', { key: 'y', ctrlKey: true })
  expect(step.mock.calls).toEqual([['undo'], ['redo']])
  can.mockReturnValue(false)
  await box.trigger('keydown', { key: 'z', ctrlKey: true })
  expect(step).toHaveBeenCalledTimes(2)
  scope.stop()
})

it('leaves Escape to the list of a choice that is open, and takes it when it is closed', async () => {
  const clear = vi.fn()
  const scope = effectScope()
  scope.run(() =>
    useActions(() => [{ id: 'map-clear', group: 'page', label: 'clear', keys: 'Escape', run: clear }]),
  )
  mount(page, { attachTo: document.body })
  const options = ['a', 'b'].map((value) => ({ value, label: value }))
  const choice = mount(Select, {
    attachTo: document.body,
    props: { label: '颜色', options, modelValue: 'a', testid: 'colour' },
  })
  const escape = () =>
    (document.activeElement ?? document.body).dispatchEvent(
      new KeyboardEvent('keydown', { key: 'Escape', bubbles: true, cancelable: true }),
    )
  await choice.get('button').trigger('keydown', { key: 'ArrowDown' })
  await vi.waitFor(() => expect(document.querySelector('[role="listbox"]')).not.toBeNull())
  escape()
  await vi.waitFor(() => expect(document.querySelector('[role="listbox"]')).toBeNull())
  expect(clear).not.toHaveBeenCalled()
  escape()
  expect(clear).toHaveBeenCalledTimes(1)
  scope.stop()
})
