import { mount } from '@vue/test-utils'
import { beforeEach, expect, it, vi } from 'vitest'
import type { FieldInfo } from '@/data/kinds'
import { speak } from '@/words'
import FieldEditor from './FieldEditor.vue'

vi.mock('@/data/lookups', () => ({ candidates: async () => [{ id: 'e1', title: '红日药业' }] }))
beforeEach(() => {
  speak('zh-CN')
  document.body.innerHTML = ''
})

const editor = (field: Partial<FieldInfo>, props: object = {}) =>
  mount(FieldEditor, {
    attachTo: document.body,
    props: { kind: 'payment', field: field as FieldInfo, value: null, names: {}, boxed: true, ...props },
  })
/** What Tab stops at, in order. */
const stops = (page: ReturnType<typeof editor>) =>
  [...(page.element as HTMLElement).querySelectorAll<HTMLElement>('input, button, a')].filter(
    (one) => one.tabIndex >= 0,
  )

it.each([
  [{ name: 'paid_date', shape: 'date' }, { value: { date: '2026-08' } }],
  [{ name: 'amount', shape: 'money' }, {}],
  [
    { name: 'project', shape: 'ref', target: 'project' },
    { value: 'e1', names: { e1: { title: '红日药业' } } },
  ],
] as [Partial<FieldInfo>, object][])(
  'Tab goes from the box of %o to the next field',
  async (field, props) => {
    const page = editor(field, props)
    await vi.dynamicImportSettled()
    expect(stops(page).map((one) => one.tagName)).toEqual(['INPUT'])
  },
)

it('opens what more there is of a field by its keys', async () => {
  const page = editor({ name: 'amount', shape: 'money' })
  await page.get('input').trigger('keydown', { key: 'F10', shiftKey: true })
  await vi.waitFor(() => expect(document.querySelector('[role="menu"]')).not.toBeNull())
})
