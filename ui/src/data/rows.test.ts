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
      undecided: 2,
      orphaned: 1,
      names: {},
      sums: {},
    }),
  )
})

it('knows how many of its records count in no figure, also where nothing is added up', async () => {
  const rows = effectScope().run(() => useRows(shallowRef(query())))!
  await settled()
  expect(rows.aside.value).toEqual({ undecided: 2, orphaned: 1 })
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
  expect(rows.rowAt(901)?.id).toBe('agreement-901')
  expect(rows.rowAt(500)).toBeUndefined()
})

it('starts anew for another kind, and never mixes late answers in', async () => {
  const asked = shallowRef(query())
  const rows = effectScope().run(() => useRows(asked))!
  asked.value = query({ kind: 'project' })
  await settled()
  expect(rows.rowAt(0)?.id).toBe('project-0')
})

it('keeps the old rows and shows the fault when a refresh fails', async () => {
  const rows = effectScope().run(() => useRows(shallowRef(query())))!
  await settled()
  call.mockRejectedValueOnce({ code: 'busy', params: {} })
  await rows.reload()
  expect(rows.fault.value?.code).toBe('busy')
  expect(rows.rowAt(99)?.id).toBe('agreement-99')
})

it('in groups, shows the rows of open groups below their bands and asks for those only', async () => {
  const group = (key: string, count: number, open: boolean) => ({
    key,
    filters: [{ field: 'by', op: 'is' as const, value: key }],
    count,
    open,
    band: { label: key, sums: {} },
  })
  const sections = shallowRef([group('a', 3, false), group('b', 250, true), group('c', 5, false)])
  const rows = effectScope().run(() => useRows(shallowRef(query()), sections))!
  await settled()
  expect(rows.count.value).toBe(253)
  expect([0, 1, 252].map((at) => rows.bandAt(at)?.key)).toEqual(['a', 'b', 'c'])
  rows.look(0, 30)
  await settled()
  expect(rows.rowAt(2)?.id).toBe('agreement-0')
  const asked = call.mock.calls.filter(([, request]) => request.limit > 1).map(([, request]) => request)
  expect(asked.map((request) => [request.offset, request.filters[0].value])).toEqual([[0, 'b']])
  sections.value = [group('a', 3, true), group('b', 250, true), group('c', 5, false)]
  await settled()
  expect(rows.rowAt(5)?.id).toBe('agreement-0')
  expect((await rows.between(0, 6)).map((one) => one.at)).toEqual([1, 2, 3, 5, 6])
})
