import { mount } from '@vue/test-utils'
import { expect, it, vi } from 'vitest'
import type { ImportReport } from '@/data/import'
import { speak } from '@/words'
import ChangeList from './ChangeList.vue'

vi.mock('@/data/kinds', async (real) => ({
  ...(await real<object>()),
  fieldInfo: (_kind: string, name: string) =>
    name === 'contact' ? { name, shape: 'ref', target: 'contact' } : undefined,
}))

it('strikes out what was said before, and not that nothing was', async () => {
  await speak('zh-CN')
  const fields = [
    { field: 'alias', old: null, new: '电驱桥建设工程' },
    { field: 'address', old: '城南', new: '城北' },
  ]
  const changes = [{ sheet: '签约', row: 2, kind: 'project', id: 'a', fields }]
  const report = { updated: 1, detail: { changes, changed: 1, names: {} } } as unknown as ImportReport
  const lines = mount(ChangeList, { props: { report } }).findAll('[data-testid="import-change"]')
  expect(lines[0]?.get('.old').text()).toBe('未填')
  expect(lines[0]?.find('s').exists()).toBe(false)
  expect(lines[1]?.get('.old s').text()).toBe('城南')
})

it('says of a record that is called like the one before it that it is another', async () => {
  await speak('zh-CN')
  const fields = [{ field: 'contact', old: 'c1', new: 'c2' }]
  const changes = [{ sheet: '签约', row: 4, kind: 'agreement', id: 'a', fields }]
  const names = { c1: { title: '卢海' }, c2: { title: '卢海' } }
  const report = { updated: 1, detail: { changes, changed: 1, names } } as unknown as ImportReport
  const line = mount(ChangeList, { props: { report } }).get('[data-testid="import-change"]')
  expect(line.get('.new').text()).toBe('卢海（另一个同名联系人）')
})
