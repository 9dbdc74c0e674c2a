import { flushPromises, mount } from '@vue/test-utils'
import { beforeEach, expect, it, vi } from 'vitest'
import type { RelatedGroup } from '@/data/around'
import { speak } from '@/words'
import RelatedGroups from './RelatedGroups.vue'

const calls = vi.hoisted(() => [] as [string, unknown][])
const targets: Record<string, string> = { project: 'project' }
vi.mock('@/data/kinds', async (real) => ({
  ...(await real<object>()),
  kindInfo: () => ({ fields: [], list_columns: [], title_field: 'project' }),
  listFields: () => [],
  fieldInfo: (_kind: string, name: string) => ({ name, shape: 'ref', target: targets[name] }),
}))
vi.mock('@/bridge', () => ({
  call: async (name: string, request: unknown) => {
    calls.push([name, request])
    return name === 'settings' ? { settings: {} } : { id: '1', version: 1, warnings: [] }
  },
  onEvent: () => () => undefined,
}))

const group = (kind: string) => ({ kind, field: 'project', total: 1, rows: [] }) as RelatedGroup
const page = (groups: RelatedGroup[], closed = false) =>
  mount(RelatedGroups, { props: { which: { kind: 'project', id: 'p' }, groups, names: {}, closed } })
const offered = (wrapper: ReturnType<typeof page>) =>
  wrapper.findAll('[data-testid^="first-"]').map((one) => one.text())

beforeEach(async () => {
  await speak('zh-CN')
  // It comes when it is asked for, and is here by then.
  await import('./NewRecord.vue')
})

it('offers the first of what a project has in time', async () => {
  const wrapper = page([group('lead'), group('payment')])
  expect(offered(wrapper)).toEqual(['新建协议', '新建重点项目', '新建拜访接待'])
  await wrapper.get('[data-testid="first-agreement"]').trigger('click')
  const save = await vi.waitFor(() => {
    const found = document.querySelector<HTMLElement>('[data-testid="new-save"]')
    expect(found).not.toBeNull()
    return found!
  })
  expect(document.querySelector('[role="dialog"]')?.textContent).toContain('新建协议')
  save.click()
  await flushPromises()
  expect(calls).toContainEqual(['create_record', { kind: 'agreement', values: { project: 'p' } }])
})

it('adds nothing to a record in the bin', () => {
  expect(offered(page([], true))).toEqual([])
})
