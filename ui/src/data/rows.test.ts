import { beforeEach, expect, it, vi } from 'vitest'
import { effectScope, nextTick, shallowRef } from 'vue'
import type { Query } from './rows'

const call = vi.hoisted(() => vi.fn())
vi.mock('@/bridge', async (original) => ({ ...(await original<object>()), call }))

const { useRows } = await import('./rows')

const query = (more: Partial<Query> = {}): Query => ({
  kind: 'agreement',
  text: '',
  filters: [],
  sort: [],
  ...more,
})
const settled = async () => {
  for (let turn = 0; turn < 5; turn++) await nextTick()
}

beforeEach(() => {
  call.mockReset()
  call.mockImplementation((_name: string, asked: { offset: number; limit: number; kind: string }) =>
    Promise.resolve({
      rows: Array.from({ length: asked.limit }, (_, at) => ({
        id: `${asked.kind}-${asked.offset + at}`,
        version: 1,
        deleted: false,
        values: {},
      })),
      total: 1000,
      names: {},
      sums: {},
    }),
  )
})

it('fetches only the windows that are looked at, each once', async () => {
  const asked = shallowRef(query())
  const rows = effectScope().run(() => useRows(asked))!
  await settled()
  rows.look(0, 30)
  rows.look(90, 120)
  rows.look(95, 125)
  rows.look(900, 930)
  await settled()
  expect(call.mock.calls.map(([, request]) => request.offset)).toEqual([0, 100, 900])
  expect(rows.rows.get(901)?.id).toBe('agreement-901')
  expect(rows.rows.get(500)).toBeUndefined()
})

it('starts anew for another kind, and never mixes late answers in', async () => {
  const asked = shallowRef(query())
  const rows = effectScope().run(() => useRows(asked))!
  asked.value = query({ kind: 'project' })
  await settled()
  expect(rows.rows.get(0)?.id).toBe('project-0')
})

it('keeps the old rows and shows the fault when a refresh fails', async () => {
  const rows = effectScope().run(() => useRows(shallowRef(query())))!
  await settled()
  call.mockRejectedValueOnce({ code: 'busy', params: {} })
  await rows.reload()
  expect(rows.fault.value?.code).toBe('busy')
  expect(rows.rows.size).toBe(100)
})
