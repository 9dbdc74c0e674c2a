import { enableAutoUnmount, mount } from '@vue/test-utils'
import { afterEach, expect, it } from 'vitest'
import { nextTick } from 'vue'
import NumberInput from './NumberInput.vue'

enableAutoUnmount(afterEach)

function shown(more: object = {}) {
  const told: number[] = []
  const wrapper = mount(NumberInput, {
    props: {
      modelValue: 10_000,
      label: 'line',
      less: 'less',
      more: 'more',
      min: 1,
      step: 1000,
      'onUpdate:modelValue': async (next: number) => {
        told.push(next)
        await wrapper.setProps({ modelValue: next })
      },
      ...more,
    },
    attachTo: document.body,
  })
  const input = wrapper.get('input')
  const leave = async (text?: string) => {
    if (text !== undefined) input.element.value = text
    await input.trigger('blur')
    await nextTick()
    await nextTick()
    return input.element.value
  }
  return { told, wrapper, input, leave }
}

it('changes nothing when it is left as it was', async () => {
  const { told, leave } = shown()
  expect(await leave()).toBe('10,000')
  expect(told).toEqual([])
})

it('keeps what was typed, on a step or not', async () => {
  const { told, leave } = shown()
  expect(await leave('12345')).toBe('12,345')
  expect(await leave('10000')).toBe('10,000')
  expect(told).toEqual([12_345, 10_000])
})

it('goes on by steps from what was typed', async () => {
  const { told, input, leave } = shown()
  await leave('10500')
  await input.trigger('keydown', { key: 'ArrowUp' })
  expect(told).toEqual([10_500, 11_500])
})

it('shows its number again when it was emptied', async () => {
  const { told, leave } = shown()
  expect(await leave('')).toBe('10,000')
  expect(told).toEqual([])
})

it('is whole unless it may have places behind the point', async () => {
  expect(await shown({ modelValue: 2, step: 1 }).leave('2.4')).toBe('2')
  expect(await shown({ modelValue: 2, step: 1, decimals: 4, min: 0.0001 }).leave('2.4321')).toBe('2.4321')
})
