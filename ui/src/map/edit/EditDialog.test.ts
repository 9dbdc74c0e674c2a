import { enableAutoUnmount, mount } from '@vue/test-utils'
import { afterEach, expect, it, vi } from 'vitest'
import { nextTick, shallowRef } from 'vue'
import type { ChainMap } from '@/data/chain/types'
import type { Scene } from '../scene'
import { madeScene } from '../testing/made'
import { useMap } from '../useMap'
import EditDialog from './EditDialog.vue'

const { pasteSegments, removeSegment } = vi.hoisted(() => ({
  pasteSegments: vi.fn<(request: { text: string }) => Promise<{ created: number }>>(() =>
    Promise.resolve({ created: 2 }),
  ),
  removeSegment: vi.fn<(segment: string) => Promise<undefined>>(),
}))
vi.mock('@/data/chain/calls', async (real) => ({ ...(await real<object>()), pasteSegments, removeSegment }))
enableAutoUnmount(afterEach)

it('acts on what it was opened on, though the map is read again meanwhile', async () => {
  const first = madeScene(51, 12, 0, 1)
  const scene = shallowRef<Scene | undefined>(first)
  const state = useMap(scene)
  state.select(7)
  const { id } = first.segments[7]!
  const map = { chain: { code: 'made' }, segments: [] } as unknown as ChainMap
  mount(EditDialog, { props: { name: 'remove', state, map, open: true }, attachTo: document.body })
  await nextTick()
  const segments = first.segments.toReversed()
  scene.value = { ...first, segments, indexOf: new Map(segments.map((one, at) => [one.id, at])) }
  await nextTick()
  document.querySelector<HTMLFormElement>('[data-testid=edit-dialog] form')!.requestSubmit()
  await vi.waitFor(() => expect(removeSegment).toHaveBeenCalledTimes(1))
  expect(removeSegment).toHaveBeenCalledWith(id)
})

it('tells what of a pasted list is left out, and pastes the rest', async () => {
  const scene = madeScene(51, 60, 0, 2)
  const state = useMap(shallowRef<Scene | undefined>(scene))
  const parent = scene.segments.findIndex((one) => one.children.length)
  state.select(parent)
  const there = scene.segments[scene.segments[parent]!.children[0]!]!.name
  const map = { chain: { code: 'made' }, segments: [] } as unknown as ChainMap
  mount(EditDialog, { props: { name: 'paste', state, map, open: true }, attachTo: document.body })
  await nextTick()
  const told = () => document.querySelector('[data-testid=paste-told]')
  const save = () => document.querySelector<HTMLButtonElement>('[data-testid=edit-save]')!
  const write = async (text: string) => {
    const area = document.querySelector<HTMLTextAreaElement>('textarea')!
    area.value = text
    area.dispatchEvent(new Event('input'))
    await nextTick()
  }
  await write(there)
  expect(save().disabled).toBe(true)
  expect(told()?.textContent).toContain('edit.paste_present')
  await write(`${there}\nA\nA\nB`)
  expect(told()?.querySelectorAll('li')).toHaveLength(2)
  document.querySelector<HTMLFormElement>('[data-testid=edit-dialog] form')!.requestSubmit()
  await vi.waitFor(() => expect(pasteSegments).toHaveBeenCalledTimes(1))
  expect(pasteSegments.mock.calls[0]![0]).toMatchObject({ text: 'A\nB' })
})
