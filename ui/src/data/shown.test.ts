import { expect, it } from 'vitest'
import type { Row } from './rows'
import { Shown } from './shown'

const row = (version: number, total: string): Row => ({
  id: 'a',
  version,
  deleted: false,
  values: { total, note: 'as it is' },
})

it('an answer that was asked for before an edit does not bring the old value back', () => {
  const shown = new Shown()
  const standing = shown.begin('a', 'total', 'new')
  expect(shown.over(row(3, 'old')).values).toEqual({ total: 'new', note: 'as it is' })
  standing.version = 5
  expect(shown.over(row(4, 'old')).values.total).toBe('new')
})

it('an answer that holds the edit, or a later one, is shown as it is', () => {
  const shown = new Shown()
  shown.begin('a', 'total', 'new').version = 5
  expect(shown.over(row(6, 'undone')).values.total).toBe('undone')
  expect(shown.over(row(4, 'old')).values.total).toBe('old')
})

it('what was refused is shown no longer, but a later value stays', () => {
  const shown = new Shown()
  const first = shown.begin('a', 'total', 'first')
  const second = shown.begin('a', 'total', 'second')
  shown.end('a', 'total', first)
  expect(shown.over(row(3, 'old')).values.total).toBe('second')
  shown.end('a', 'total', second)
  expect(shown.over(row(3, 'old')).values.total).toBe('old')
})
