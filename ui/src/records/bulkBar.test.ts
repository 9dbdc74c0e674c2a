import { flushPromises, mount } from '@vue/test-utils'
import { computed, ref } from 'vue'
import { expect, it, vi } from 'vitest'
import { speak } from '@/words'
import BulkBar from './BulkBar.vue'

const calls = vi.hoisted(() => [] as [string, unknown][])
vi.mock('@/bridge', () => ({
  call: async (name: string, request: unknown) => {
    calls.push([name, request])
    if (name === 'referring') return { groups: [{ kind: 'agreement', field: 'project', total: 2 }] }
    return name === 'delete_records' ? { changed: 2 } : {}
  },
  onEvent: () => () => undefined,
}))
vi.mock('@/data/kinds', async (real) => ({
  ...(await real<object>()),
  kindInfo: () => ({ internal: false, fields: [] }),
}))

it('says what hangs on several records before they go', async () => {
  await speak('zh-CN')
  const rows = ['a', 'b', 'c'].map((id, at) => ({ at, row: { id, version: 1 } }))
  const page = mount(BulkBar, {
    attachTo: document.body,
    props: {
      kind: 'project',
      query: { kind: 'project', text: '', filters: [], sort: [] },
      chosen: {
        all: ref(false),
        ids: ref(new Set(['a', 'c'])),
        count: computed(() => 2),
        drop: () => undefined,
      },
      rows: { total: ref(3), count: ref(3), names: {}, between: async () => rows },
    } as never,
  })
  await page.get('[data-testid="bulk-delete"]').trigger('click')
  await flushPromises()
  expect(calls).toEqual([['referring', { kind: 'project', ids: ['a', 'c'] }]])
  const said = document.querySelector('[data-testid="bulk-delete-dialog"]')?.textContent ?? ''
  expect(said).toContain('把 2 条项目移到回收站？')
  expect(said).toContain('不再计入统计')
  document.querySelector<HTMLElement>('[data-testid="bulk-delete-go"]')?.click()
  await flushPromises()
  expect(calls[1]).toMatchObject(['delete_records', { kind: 'project', rows: [{ id: 'a' }, { id: 'c' }] }])
})
