import { expect, it, vi } from 'vitest'
import { notices } from '../notices'
import { keptBack } from '../undo'
import { takeBack } from './written'

const label = { intent: 'import', kind: 'project', count: 11, made: [] }
const kept = [{ kind: 'enterprise', id: 'e', field: '_record', title: '甲公司', held_by: '乙项目' }]
vi.mock('@/bridge', async (real) => ({
  ...(await real<object>()),
  call: vi.fn(async (name: string) =>
    name === 'undo_batch' ? { batch: 'u', label, kept, templates: [] } : {},
  ),
}))

it('says what was taken back with an import, and what stays', async () => {
  await takeBack('b')
  expect(notices.value.at(-1)).toMatchObject({ text: { key: 'ui.undo.undone_of' }, step: label })
  expect(keptBack.value).toEqual(kept)
})
