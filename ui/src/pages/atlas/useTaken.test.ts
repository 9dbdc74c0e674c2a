import { expect, it } from 'vitest'
import type { AtlasChange } from '@/data/chain/work'
import { useTaken } from './useTaken'

const change = (id: string, ...fields: string[]): AtlasChange => ({
  id,
  kind: 'segment',
  title: id,
  change: 'changed',
  fields: fields.map((field) => ({ field, ours: '', atlas: 'new', edited: false })),
})

it('fields of a change are taken one by one', () => {
  const { taken, isTaken, isPart, toggle, toggleField, without } = useTaken()
  const one = change('a', 'name', 'aliases')
  toggleField(one, 'name')
  expect([isTaken('a'), isTaken('a', 'name'), isTaken('a', 'aliases'), isPart('a')]).toEqual([
    true,
    true,
    false,
    true,
  ])
  expect(without()).toEqual({ a: ['aliases'] })
  toggleField(one, 'aliases')
  expect([isPart('a'), without()]).toEqual([false, {}])
  toggleField(one, 'name')
  toggleField(one, 'aliases')
  expect(taken.size).toBe(0)
  toggle('a')
  expect(isTaken('a', 'name') && isTaken('a', 'aliases')).toBe(true)
})

it('all at once keeps what was chosen of a part, and forgets what is gone', () => {
  const { taken, isPart, toggleAll, toggleField, keep } = useTaken()
  toggleField(change('a', 'name', 'aliases'), 'name')
  toggleAll(['a', 'b'])
  expect([taken.size, isPart('a'), isPart('b')]).toEqual([2, true, false])
  keep([change('b', 'name')])
  expect([...taken.keys()]).toEqual(['b'])
  toggleAll(['b'])
  expect(taken.size).toBe(0)
})
