import { expect, it } from 'vitest'
import { nameBackTab } from './backTab'

it('names the key that WebKit has no name for, and no other', () => {
  nameBackTab()
  const heard: string[] = []
  document.body.addEventListener('keydown', (event) => heard.push(event.key))
  for (const [key, code] of [
    ['Unidentified', 'Tab'],
    ['Tab', 'Tab'],
    ['Unidentified', 'F13'],
    ['a', 'KeyA'],
  ])
    document.body.dispatchEvent(new KeyboardEvent('keydown', { key, code, shiftKey: true, bubbles: true }))
  expect(heard).toEqual(['Tab', 'Tab', 'Unidentified', 'a'])
})
