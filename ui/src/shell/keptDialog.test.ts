import { enableAutoUnmount, flushPromises, mount } from '@vue/test-utils'
import { afterEach, expect, it } from 'vitest'
import { keptBack, type Kept } from '@/data/undo'
import { speak } from '@/words'
import KeptDialog from './KeptDialog.vue'

enableAutoUnmount(afterEach)
const changed: Kept = { kind: 'project', id: 'a', title: '甲', field: 'name', reason: '李' }
const held: Kept = { kind: 'project', id: 'b', title: '乙', field: '_deleted', reason: '', held_by: '丙' }

it.each([
  [[changed], '这些字段在那之后又改过'],
  [[held], '这些记录还有别处用到'],
  [[changed, held], '在那之后又改过的和别处还用到的'],
])('says why what stays does, %#', async (kept, why) => {
  await speak('zh-CN')
  keptBack.value = kept
  mount(KeptDialog)
  await flushPromises()
  expect(document.querySelector('[role="dialog"] .description')?.textContent).toContain(why)
})
