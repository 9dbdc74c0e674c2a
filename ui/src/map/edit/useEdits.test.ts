import { expect, it, vi } from 'vitest'
import { ref, shallowRef } from 'vue'
import type { ChainMap } from '@/data/chain/types'
import { notices } from '@/data/notices'
import type { Scene } from '../scene'
import { speakMap } from '@/words/map'
import { madeScene } from '../testing/made'
import { toldOf } from '../testing/told'
import { useMap } from '../useMap'
import { useEdits } from './useEdits'

const { removeRecord } = vi.hoisted(() => ({ removeRecord: vi.fn<() => Promise<undefined>>() }))
vi.mock('@/data/edits', async (real) => ({ ...(await real<object>()), removeRecord }))

it('says that a link or a relation went, not that a firm did', async () => {
  await speakMap('zh-CN')
  const scene = madeScene(3, 6, 4, 1)
  const edits = useEdits(
    useMap(shallowRef<Scene | undefined>(scene)),
    ref<ChainMap | undefined>(toldOf(scene)),
  )
  const said = () => JSON.stringify(notices.value)
  await edits.detach({ link: 'l1', link_version: 4, name: '甲公司' })
  expect(removeRecord).toHaveBeenLastCalledWith('enterprise_segment', 'l1', 4)
  expect(said()).toContain('已解除挂接：甲公司')
  const relation = scene.relations[0]!
  await edits.unrelate(relation.id)
  expect(removeRecord).toHaveBeenLastCalledWith('segment_relation', relation.id, 1)
  expect(said()).toContain(`${scene.segments[relation.from]!.name} → ${scene.segments[relation.to]!.name}`)
  expect(said()).not.toContain('binned')
})
