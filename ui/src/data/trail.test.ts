import { mount, flushPromises } from '@vue/test-utils'
import { defineComponent, ref } from 'vue'
import { expect, it, vi } from 'vitest'

const { call } = vi.hoisted(() => ({ call: vi.fn() }))
vi.mock('@/bridge', () => ({ call, onChanged: () => () => undefined }))
vi.mock('./live', () => ({ useChanged: () => undefined }))

import { cellLeft, rememberList, useNeighbours } from './trail'

const list = { kind: 'agreement', text: '', filters: [], sort: [] }

async function look(kind: string, position: number) {
  call.mockResolvedValueOnce({ position, total: 50 })
  mount(
    defineComponent({
      setup: () => void useNeighbours(ref({ kind, id: `${kind}-${position}` })),
      render: () => null,
    }),
  )
  await flushPromises()
}

it('stands where one left the list, whatever other records were looked at on the way', async () => {
  rememberList(list)
  await look('agreement', 2)
  await look('enterprise', 20)
  expect(cellLeft(list)).toMatchObject({ row: 1, column: 0 })
  expect(cellLeft(list)).toBeUndefined()
})

it('says nothing of a list that is not the one', async () => {
  rememberList(list)
  await look('agreement', 3)
  expect(cellLeft({ ...list, text: '药' })).toBeUndefined()
})
