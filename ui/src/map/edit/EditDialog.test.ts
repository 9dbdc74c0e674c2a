import { enableAutoUnmount, mount } from '@vue/test-utils'
import { afterEach, expect, it, vi } from 'vitest'
import { nextTick, shallowRef } from 'vue'
import type { ChainMap } from '@/data/chain/types'
import type { Scene } from '../scene'
import { madeScene } from '../testing/made'
import { useMap } from '../useMap'
import EditDialog from './EditDialog.vue'

const { removeSegment } = vi.hoisted(() => ({
  removeSegment: vi.fn<(segment: string) => Promise<undefined>>(),
}))
vi.mock('@/data/chain/calls', async (real) => ({ ...(await real<object>()), removeSegment }))
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
