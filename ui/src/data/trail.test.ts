import { mount, flushPromises } from '@vue/test-utils'
import { defineComponent, ref } from 'vue'
import { expect, it, vi } from 'vitest'

const { call } = vi.hoisted(() => ({ call: vi.fn() }))
vi.mock('@/bridge', () => ({ call, onChanged: () => () => undefined }))
vi.mock('./live', () => ({ useChanged: () => undefined }))

import { cellLeft, listOf, rememberList, useNeighbours } from './trail'

const list = { kind: 'agreement', text: '', filters: [], sort: [] }

const ledger = { page: 'ledger', kind: 'agreement' } as const

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
  rememberList(list, ledger)
  await look('agreement', 2)
  await look('enterprise', 20)
  expect(cellLeft(list)).toMatchObject({ row: 1, column: 0 })
  expect(cellLeft(list)).toBeUndefined()
})

it('says nothing of a list that is not the one', async () => {
  rememberList(list, ledger)
  await look('agreement', 3)
  expect(cellLeft({ ...list, text: '药' })).toBeUndefined()
})

it('leads back to the rows of the figure that a record was opened among, else to its ledger', () => {
  const undecided = { ...ledger, figure: 'F1', year: 2026, part: 'undecided' }
  rememberList({ ...list, ids: ['a', 'b'] }, undecided)
  expect(listOf({ kind: 'agreement', id: 'b' })).toEqual(undecided)
  expect(listOf({ kind: 'agreement', id: 'c' })).toEqual(ledger)
  expect(listOf({ kind: 'project', id: 'b' })).toEqual({ page: 'ledger', kind: 'project' })
  rememberList(list, ledger)
  expect(listOf({ kind: 'agreement', id: 'b' })).toEqual(ledger)
})
