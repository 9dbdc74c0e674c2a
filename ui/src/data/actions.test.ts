import { effectScope } from 'vue'
import { expect, it } from 'vitest'
import { allActions, isChord, useActions } from './actions'

const press = (key: string, held: KeyboardEventInit = {}) => new KeyboardEvent('keydown', { key, ...held })

it.each([
  ['Ctrl+K', press('k', { ctrlKey: true }), true],
  ['Ctrl+K', press('K', { metaKey: true }), true],
  ['Ctrl+K', press('k'), false],
  ['Ctrl+Z', press('z', { ctrlKey: true, shiftKey: true }), false],
  ['Ctrl+Shift+Z', press('Z', { ctrlKey: true, shiftKey: true }), true],
  ['Alt+ArrowDown', press('ArrowDown', { altKey: true }), true],
  ['Alt+ArrowDown', press('ArrowDown', { altKey: true, ctrlKey: true }), false],
  ['?', press('?', { shiftKey: true }), true],
  ['/', press('/'), true],
  ['+', press('+', { shiftKey: true }), true],
  ['Shift+G', press('G', { shiftKey: true }), true],
  ['G', press('G', { shiftKey: true }), false],
])('%s', (keys, event, meant) => expect(isChord(event, keys)).toBe(meant))

it('offers what the living components offer, the latest first', () => {
  const action = (id: string) => ({ id, group: 'page' as const, label: id, run: () => undefined })
  const [window, page] = [effectScope(), effectScope()]
  window.run(() => useActions(() => [action('undo')]))
  page.run(() => useActions(() => [action('export'), action('columns')]))
  expect(allActions.value.map((one) => one.id)).toEqual(['export', 'columns', 'undo'])
  page.stop()
  expect(allActions.value.map((one) => one.id)).toEqual(['undo'])
  window.stop()
})
