import { mount } from '@vue/test-utils'
import { expect, it } from 'vitest'
import type { ImportReport } from '@/data/import'
import { speak } from '@/words'
import ChangeList from './ChangeList.vue'

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
