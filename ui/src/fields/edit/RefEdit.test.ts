import { mount } from '@vue/test-utils'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import type { FieldInfo } from '@/data/kinds'
import RefEdit from './RefEdit.vue'

vi.mock('@/data/lookups', () => ({ candidates: async () => [{ id: 'e1', title: '红日药业' }] }))

const field = { name: 'party', shape: 'ref', target: 'enterprise' } as FieldInfo
const box = (props: object = {}) =>
  mount(RefEdit, {
    attachTo: document.body,
    props: { id: 'x', kind: 'agreement', field, value: null, names: {}, ...props },
  })

beforeEach(() => {
  document.body.innerHTML = ''
})

describe('the way to the record', () => {
  it('is there for whoever tabs by, until something else is typed', async () => {
    const wrapper = box({ value: 'e1', names: { e1: { title: '红日药业' } } })
    const input = wrapper.get('input')
    await input.trigger('focus')
    expect(wrapper.get('a').attributes('href')).toBe('#/record/enterprise/e1')
    await input.setValue('红')
    expect(wrapper.find('a').exists()).toBe(false)
  })
})

describe('a reference that is half typed', () => {
  it('is a draft until something is chosen, also after its box is left', async () => {
    const wrapper = box()
    const input = wrapper.get('input')
    await input.trigger('focus')
    await input.setValue('红日')
    expect(wrapper.emitted('draft')).toEqual([['红日']])
    await input.trigger('blur')
    expect(wrapper.emitted('draft')).toEqual([['红日']])
    expect(wrapper.emitted('save')).toBeUndefined()
  })

  it('stands in its box again, and is forgotten with Escape or a choice', async () => {
    const wrapper = box({ kept: '红日' })
    const input = wrapper.get('input')
    expect(input.element.value).toBe('红日')
    expect(input.classes()).toContain('kept')
    await input.trigger('focus')
    await input.trigger('keydown', { key: 'Escape' })
    expect(wrapper.emitted('draft')).toEqual([[undefined]])
    await input.trigger('focus')
    await vi.waitFor(() => expect(wrapper.text()).toContain('红日药业'))
    await wrapper.get('[role=option]').trigger('mousedown')
    expect(wrapper.emitted('save')).toEqual([['e1', '红日药业']])
    expect(wrapper.emitted('draft')?.at(-1)).toEqual([undefined])
  })

  it('is chosen from again where somebody only looked into another window', async () => {
    const wrapper = box({ value: 'e1', names: { e1: { title: '红日药业' } } })
    const input = wrapper.get('input')
    input.element.focus()
    await input.setValue('')
    const within = vi.spyOn(document, 'hasFocus').mockReturnValue(false)
    await input.trigger('blur')
    within.mockRestore()
    expect([wrapper.emitted('save'), input.attributes('aria-expanded')]).toEqual([undefined, 'true'])
    await input.trigger('focus')
    expect(input.element.value).toBe('')
    await input.trigger('blur')
    expect(wrapper.emitted('save')).toEqual([[null]])
  })

  it('is no reference where everything was deleted', async () => {
    const wrapper = box({ value: 'e1', names: { e1: { title: '红日药业' } } })
    const input = wrapper.get('input')
    await input.trigger('focus')
    await input.setValue('')
    await input.trigger('blur')
    expect(wrapper.emitted('save')).toEqual([[null]])
  })

  it('opens its list when one asks for it, and Enter alone changes nothing', async () => {
    const wrapper = box({ value: 'e2', names: { e2: { title: '赤峰药业' } } })
    const input = wrapper.get('input')
    const list = () => (wrapper.get('[role=listbox]').element as HTMLElement).style.display
    await input.trigger('focus')
    await vi.waitFor(() => expect(wrapper.text()).toContain('红日药业'))
    expect([list(), input.attributes('aria-expanded')]).toEqual(['none', 'false'])
    await input.trigger('keydown', { key: 'Enter' })
    expect(wrapper.emitted('save')).toBeUndefined()
    await input.trigger('focus')
    await vi.waitFor(() => expect(wrapper.text()).toContain('红日药业'))
    await input.trigger('keydown', { key: 'ArrowDown' })
    expect(list()).toBe('')
    await input.trigger('keydown', { key: 'Enter' })
    expect(wrapper.emitted('save')).toEqual([['e1', '红日药业']])
  })
})

describe('a reference that was chosen by keyboard', () => {
  it('keeps the keyboard in its box, with what was chosen', async () => {
    const wrapper = box({ together: true, boxed: true })
    const input = wrapper.get('input')
    input.element.focus()
    await input.setValue('红日')
    await vi.waitFor(() => expect(wrapper.text()).toContain('红日药业'))
    await input.trigger('keydown', { key: 'Enter' })
    expect(wrapper.emitted('save')).toEqual([['e1', '红日药业']])
    expect(document.activeElement).toBe(input.element)
    expect([input.element.value, input.attributes('aria-expanded')]).toEqual(['红日药业', 'false'])
  })
})

describe('the list of a box near the lower edge', () => {
  it.each([
    [700, true],
    [100, false],
  ])('of a box at %i opens where there is room', async (top, up) => {
    vi.stubGlobal('innerHeight', 800)
    const wrapper = box()
    const input = wrapper.get('input')
    const at = { top, bottom: top + 32 } as DOMRect
    vi.spyOn(input.element, 'getBoundingClientRect').mockReturnValue(at)
    const list = wrapper.get('[role=listbox]')
    vi.spyOn(list.element, 'scrollHeight', 'get').mockReturnValue(200)
    await input.trigger('focus')
    await input.trigger('click')
    await vi.waitFor(() => expect(list.classes().includes('up')).toBe(up))
    vi.unstubAllGlobals()
  })
})
