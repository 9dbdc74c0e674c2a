import { mount } from '@vue/test-utils'
import { afterEach, expect, it, vi } from 'vitest'
import { nextTick } from 'vue'
import Tips from './Tips.vue'

afterEach(() => {
  vi.useRealTimers()
  document.body.innerHTML = ''
})

async function met(button: HTMLElement) {
  button.dispatchEvent(new Event('pointerover', { bubbles: true }))
  vi.advanceTimersByTime(500)
  await nextTick()
  await nextTick()
}

it('stays in the window, and says no more of what was pressed until the pointer was elsewhere', async () => {
  vi.useFakeTimers()
  document.body.innerHTML = '<button title="重做  Ctrl+Y">x</button><p>y</p>'
  const button = document.querySelector('button')!
  button.getBoundingClientRect = () => new DOMRect(window.innerWidth - 30, 10, 28, 28)
  const wrapper = mount(Tips, { attachTo: document.body })
  vi.spyOn(HTMLElement.prototype, 'getBoundingClientRect').mockReturnValue(new DOMRect(0, 0, 200, 30))
  await met(button)
  const tip = wrapper.get('[data-testid=tip]').element as HTMLElement
  expect(tip.textContent).toContain('重做')
  expect(parseFloat(tip.style.left) + 200).toBeLessThan(window.innerWidth)
  button.dispatchEvent(new Event('pointerdown', { bubbles: true }))
  await met(button)
  expect(wrapper.find('[data-testid=tip]').exists()).toBe(false)
  await met(document.querySelector('p')!)
  await met(button)
  expect(wrapper.find('[data-testid=tip]').exists()).toBe(true)
  button.setAttribute('aria-expanded', 'true')
  await met(document.querySelector('p')!)
  await met(button)
  expect(wrapper.find('[data-testid=tip]').exists()).toBe(false)
  wrapper.unmount()
})
