import { flushPromises, mount } from '@vue/test-utils'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { speak } from '@/words'
import NewRecord from './NewRecord.vue'

const calls = vi.hoisted(() => [] as [string, unknown][])
const FIELDS = vi.hoisted(() => [
  { name: 'day', shape: 'date', group: 'day', required: false, personal: false },
  { name: 'firm', shape: 'ref', target: 'enterprise', group: 'firm', required: false, personal: false },
])
vi.mock('@/data/kinds', async (real) => ({
  ...(await real<object>()),
  kindInfo: () => ({ name: 'visit', title_field: 'day', fields: FIELDS, list_columns: ['day', 'firm'] }),
  madeByName: () => true,
}))
vi.mock('@/data/lookups', () => ({ candidates: async () => [] }))
vi.mock('@/bridge', () => ({
  call: async (name: string, request: unknown) => {
    calls.push([name, request])
    return name === 'settings' ? { settings: {} } : { id: '1', version: 1, warnings: [] }
  },
  onEvent: () => () => undefined,
  listen: () => () => undefined,
}))

const created = () => calls.filter(([name]) => name === 'create_record')
async function form() {
  const wrapper = mount(NewRecord, {
    attachTo: document.body,
    props: { open: true, kind: 'visit', stay: true },
  })
  await flushPromises()
  const box = (field: string) =>
    document.querySelector<HTMLInputElement>(`[data-testid="field-${field}"] input`)!
  async function type(field: string, text: string) {
    box(field).focus()
    box(field).value = text
    box(field).dispatchEvent(new Event('input'))
    await flushPromises()
  }
  async function save() {
    const button = document.querySelector<HTMLElement>('[data-testid="new-save"]')!
    button.focus()
    button.click()
    await flushPromises()
  }
  return { wrapper, box, type, save }
}

let open: Awaited<ReturnType<typeof form>> | undefined
beforeEach(async () => {
  await speak('zh-CN')
  calls.length = 0
})
afterEach(() => open?.wrapper.unmount())

it('makes nothing while a text is no value, and goes to its box', async () => {
  open = await form()
  await open.type('day', '昨天')
  await open.save()
  expect(created()).toEqual([])
  expect(document.activeElement).toBe(open.box('day'))
  expect(document.body.textContent).toContain('读不懂日期')
  await open.type('day', '2026-10-05')
  await open.save()
  expect(created()).toMatchObject([['create_record', { values: { day: { date: '2026-10-05' } } }]])
})

it('makes nothing while a name was chosen for nothing, and keeps it in its box', async () => {
  open = await form()
  await open.type('firm', 'ywcj')
  await open.save()
  expect(created()).toEqual([])
  expect(open.box('firm').value).toBe('ywcj')
  await open.type('firm', '')
  await open.save()
  expect(created()).toHaveLength(1)
})
