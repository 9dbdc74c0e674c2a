import { expect, it } from 'vitest'
import { useArranging } from './arranging'

const start = () =>
  useArranging({
    facts: ['a'],
    sections: [
      { title: '一', fields: ['a', 'b', 'c'] },
      { title: '二', fields: ['d'] },
    ],
    hidden: ['h'],
  })
const shown = ({ now }: ReturnType<typeof start>) => now.sections.map((one) => one.fields.join('')).join('|')

it.each<[string, (one: ReturnType<typeof start>) => void, string]>([
  ['down', (one) => one.move('a', 1), 'bac|d'],
  ['up', (one) => one.move('c', -1), 'acb|d'],
  ['over the lower edge', (one) => one.move('c', 1), 'ab|cd'],
  ['over the upper edge', (one) => one.move('d', -1), 'abcd|'],
  ['no further than the top', (one) => one.move('a', -1), 'abc|d'],
  ['no further than the end', (one) => one.move('d', 1), 'abc|d'],
  ['to a place before its own', (one) => one.put('c', 0, 0), 'cab|d'],
  ['to a place after its own', (one) => one.put('a', 0, 3), 'bca|d'],
  ['to its own place', (one) => one.put('b', 0, 1), 'abc|d'],
  ['into another section', (one) => one.put('a', 1, 1), 'bc|da'],
  ['a hidden one back', (one) => one.unhide('h'), 'abc|dh'],
  ['one away', (one) => one.hide('b'), 'ac|d'],
  ['a section', (one) => one.moveSection(1, -1), 'd|abc'],
])('moves a field %s', (_, step, wanted) => {
  const one = start()
  step(one)
  expect(shown(one)).toBe(wanted)
})

it('has five facts at the most, and none that is hidden', () => {
  const one = start()
  for (const field of ['b', 'c', 'd', 'e', 'f']) one.toggleFact(field)
  expect(one.now.facts).toEqual(['a', 'b', 'c', 'd', 'e'])
  one.toggleFact('c')
  one.hide('a')
  expect(one.now.facts).toEqual(['b', 'd', 'e'])
})

it('drops empty sections only, and keeps none', () => {
  const one = start()
  one.addSection(' 新 ')
  one.dropSection(0)
  expect(one.now.sections).toHaveLength(3)
  expect(one.result().sections.map((part) => part.title)).toEqual(['一', '二'])
  one.put('a', 2, 0)
  expect(one.result().sections.map((part) => part.title)).toEqual(['一', '二', '新'])
})
