import { mount } from '@vue/test-utils'
import { afterEach, expect, it, vi } from 'vitest'
import { defineComponent, effectScope, h, ref } from 'vue'
import { useOwnSteps } from '@/data/undo'
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
