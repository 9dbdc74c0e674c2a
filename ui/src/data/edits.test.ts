import { beforeEach, expect, it, vi } from 'vitest'
import { FaultError } from '@/bridge'

const call = vi.hoisted(() => vi.fn())
vi.mock('@/bridge', async (original) => ({ ...(await original<object>()), call }))

const kinds = vi.hoisted(() => ({
  value: [] as {
    name: string
    title_field: string
    fields: { name: string; group?: string; target?: string }[]
  }[],
}))
vi.mock('./kinds', () => {
  const kindInfo = (kind: string) => kinds.value.find((one) => one.name === kind)
  const fieldInfo = (kind: string, field: string) => kindInfo(kind)?.fields.find((one) => one.name === field)
  return { kindInfo, fieldInfo }
})

const { clash, createRecord, editRecord } = await import('./edits')
const { step, undoState } = await import('./undo')
const { notices } = await import('./notices')

const mine = { amount: '150000000.00', currency: 'CNY' }
const theirs = { amount: '70000000.00', currency: 'CNY' }
const stale = () =>
  new FaultError({
    code: 'stale',
    kind: 'agreement',
    record: 'a',
    field: 'contract_total',
    params: {
      yours: JSON.stringify(mine),
      theirs: JSON.stringify(theirs),
      person: '李四',
      at: '2026-01-01T00:00:00Z',
    },
  })
const saved = { kind: 'agreement', id: 'a', version: 8, batch: 'b', warnings: [] }

beforeEach(() => {
  call.mockReset()
  clash.value = undefined
  notices.value = []
})

it('a write on a stale version shows both values and writes nothing', async () => {
  call.mockRejectedValueOnce(stale())
  expect(await editRecord('agreement', 'a', 3, { contract_total: mine })).toBeUndefined()
  expect(clash.value).toMatchObject({ field: 'contract_total', yours: mine, theirs, person: '李四' })
  await clash.value?.settle('theirs')
  expect(clash.value).toBeUndefined()
  expect(call).toHaveBeenCalledTimes(1)
})

it('writing mine again is based on the version that is there now', async () => {
  call.mockRejectedValueOnce(stale())
  await editRecord('agreement', 'a', 3, { contract_total: mine })
  call.mockResolvedValueOnce({ version: 7 }).mockResolvedValueOnce(saved)
  await clash.value?.settle('mine')
  expect(call).toHaveBeenLastCalledWith('edit_record', {
    kind: 'agreement',
    id: 'a',
    seen: 7,
    values: { contract_total: mine },
  })
})

it.each(['theirs', 'later'] as const)('who edits hears that it was settled: %s', async (choice) => {
  call.mockRejectedValueOnce(stale())
  const settled = vi.fn()
  await editRecord('agreement', 'a', 3, { contract_total: mine }, settled)
  await clash.value?.settle(choice)
  expect(settled.mock.calls).toEqual([[choice]])
  expect(call).toHaveBeenCalledTimes(1)
})

it('who edits hears that theirs was overwritten, once it is', async () => {
  call.mockRejectedValueOnce(stale())
  const settled = vi.fn()
  await editRecord('agreement', 'a', 3, { contract_total: mine }, settled)
  call.mockResolvedValueOnce({ version: 7 }).mockRejectedValueOnce(stale())
  await clash.value?.settle('mine')
  expect(settled).not.toHaveBeenCalled()
  call.mockResolvedValueOnce({ version: 8 }).mockResolvedValueOnce(saved)
  await clash.value?.settle('mine')
  expect(settled.mock.calls).toEqual([['mine']])
})

it('a warning is told and does not stand in the way', async () => {
  call.mockResolvedValueOnce({ ...saved, warnings: [{ field: 'uscc', code: 'uscc_check_digit' }] })
  expect((await editRecord('enterprise', 'a', 1, { uscc: 'X' }))?.version).toBe(8)
  expect(notices.value).toMatchObject([{ tone: 'warning', text: { key: 'warning.uscc_check_digit' } }])
})

it('other refusals are left to the caller', async () => {
  call.mockRejectedValueOnce(new FaultError({ code: 'disk_full', params: {} }))
  await expect(editRecord('agreement', 'a', 1, {})).rejects.toMatchObject({ fault: { code: 'disk_full' } })
})

it('an undo waits for the edit that is on its way', async () => {
  let land: (value: unknown) => void = () => undefined
  call.mockImplementation((name: string) => {
    if (name === 'edit_record') return new Promise((done) => (land = done))
    return Promise.resolve(name === 'undo' ? { kept: [] } : { undo: { intent: 'edit', count: 1 } })
  })
  undoState.value = { undo: { intent: 'import', count: 186, made: [] } }
  const edit = editRecord('agreement', 'b', 3, { contract_total: mine })
  const undo = step('undo')
  await new Promise((done) => setTimeout(done))
  expect(call.mock.calls.map(([name]) => name)).toEqual(['edit_record'])
  land({ ...saved, id: 'b' })
  await Promise.all([edit, undo])
  expect(call.mock.calls.map(([name]) => name)).toContain('undo')
})

it('makes a record that a reference only names together with the reference', async () => {
  kinds.value = [
    {
      name: 'agreement',
      title_field: 'project',
      fields: [{ name: 'party', group: 'party', target: 'enterprise' }],
    },
    { name: 'enterprise', title_field: 'name', fields: [] },
  ]
  call.mockResolvedValueOnce(saved)
  await editRecord('agreement', 'a', 7, { party: { made: '新公司' } })
  expect(call).toHaveBeenCalledWith('edit_record', {
    kind: 'agreement',
    id: 'a',
    seen: expect.any(Number) as number,
    values: {},
    create: { party: { name: '新公司' } },
  })
  call.mockResolvedValueOnce(saved)
  await createRecord('agreement', { party: { made: '新公司' }, note: '甲' })
  expect(call).toHaveBeenLastCalledWith('create_record', {
    kind: 'agreement',
    values: { note: '甲' },
    create: { party: { name: '新公司' } },
  })
})
