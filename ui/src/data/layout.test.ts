import { beforeEach, describe, expect, it, vi } from 'vitest'

const fields = ['name', 'total', 'stage']
vi.mock('./kinds', () => ({
  fieldInfo: (_kind: string, name: string) => (fields.includes(name) ? { name } : undefined),
  listFields: () => fields.map((name) => ({ name })),
}))
const fresh = async () => {
  vi.resetModules()
  return import('./layout')
}

beforeEach(() => {
  localStorage.clear()
  sessionStorage.clear()
})

describe('the look at a ledger', () => {
  it('is as declared at first, the first column frozen', async () => {
    const { workingLayout } = await fresh()
    const { layout } = workingLayout('project')
    expect(layout.columns).toEqual([{ field: 'name', frozen: true }, { field: 'total' }, { field: 'stage' }])
  })

  it('outlives a reload whole; a new window has its columns and shows all rows', async () => {
    const first = await fresh()
    first.changeLayout('project', {
      columns: [{ field: 'stage', width: 90 }],
      filters: [{ field: 'stage', op: 'filled' }],
      text: '药',
    })
    const reloaded = await fresh()
    expect(reloaded.workingLayout('project').layout).toMatchObject({
      columns: [{ field: 'stage', width: 90 }],
      text: '药',
    })
    expect(reloaded.firstQuery('project').filters).toHaveLength(1)
    sessionStorage.clear()
    const other = await fresh()
    expect(other.hasWorked('project')).toBe(false)
    expect(other.workingLayout('project').layout).toEqual({
      columns: [{ field: 'stage', width: 90 }],
      sort: [],
      filters: [],
      text: '',
      group: undefined,
    })
  })

  it('does without fields that are gone', async () => {
    const { showLayout, workingLayout } = await fresh()
    showLayout('project', {
      columns: [{ field: 'gone' }, { field: 'total' }],
      sort: [{ field: 'gone', descending: true }],
      filters: [{ field: 'gone', op: 'filled' }],
      text: '',
      group: { by: 'gone' },
    })
    expect(workingLayout('project').layout).toEqual({
      columns: [{ field: 'total' }],
      sort: [],
      filters: [],
      text: '',
      group: undefined,
    })
  })

  it('knows a change from none, whatever the order of what it is written in', async () => {
    const { plainLayout, sameLayout } = await fresh()
    const plain = plainLayout('project')
    expect(
      sameLayout(plain, { ...plain, columns: plain.columns.map((one) => ({ ...one, width: undefined })) }),
    ).toBe(true)
    expect(sameLayout(plain, { ...plain, group: { by: 'stage' } })).toBe(false)
    expect(sameLayout(plain, { ...plain, columns: [...plain.columns].reverse() })).toBe(false)
  })
})
