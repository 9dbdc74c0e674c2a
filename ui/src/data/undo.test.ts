import { expect, it } from 'vitest'
import type { Undone } from '@/bridge'
import { notices } from './notices'
import { keptBack, tellStep } from './undo'

it('says what was taken back, and which template outlives its import', () => {
  const label = { intent: 'import', count: 11, made: [] }
  const kept = [{ kind: 'project', id: 'a', title: '甲', field: 'name', reason: '李' }]
  tellStep('undo', { batch: 'b', label, kept, templates: ['招商一部签约'] } satisfies Undone)
  expect(keptBack.value).toEqual(kept)
  expect(notices.value.map(({ text, step }) => [text, step])).toEqual([
    [{ key: 'ui.undo.undone_of' }, label],
    [{ key: 'ui.undo.template_stays', params: { name: '招商一部签约' } }, undefined],
  ])
})
