import { flushPromises, mount } from '@vue/test-utils'
import { expect, it, vi } from 'vitest'
import type { FieldInfo } from '@/data/kinds'
import { allDrafts, resumed } from '@/data/drafts'
import type { RecordView } from '@/data/record'
import RecordForm from './RecordForm.vue'

vi.mock('@/data/frame', () => ({ nextFrame: async () => undefined }))
vi.mock('@/bridge', () => ({
  call: async (name: string) =>
    name === 'settings' ? { settings: { 'draft/project/1/name': '{"text":"甲乙","seen":1}' } } : {},
  onEvent: () => () => undefined,
  listen: () => () => undefined,
}))

it('goes on at once with the draft that was asked for elsewhere', async () => {
  resumed.value = 'project/1/name'
  const wrapper = mount(RecordForm, {
    attachTo: document.body,
    props: {
      record: { kind: 'project', id: '1', version: 1, values: { name: '甲' } } as unknown as RecordView,
      sections: [{ title: '基本', fields: [{ name: 'name', shape: 'text' } as FieldInfo] }],
      names: {},
    },
  })
  await flushPromises()
  const input = wrapper.get('input')
  expect(document.activeElement).toBe(input.element)
  expect([input.element.value, wrapper.find('[data-testid=kept-drafts]').exists()]).toEqual(['甲乙', false])
  await input.trigger('keydown', { key: 'Escape' })
  expect([allDrafts.value, resumed.value]).toEqual([{}, undefined])
})
