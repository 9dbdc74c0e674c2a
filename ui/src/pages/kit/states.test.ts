import { expect, it } from 'vitest'
import { shownAs } from './states'

it('turns every state of a selector into one that can be shown', () => {
  const shown = shownAs('.button[data-v-1]:hover:not(:disabled)')
  expect(shown).toContain('.button[data-v-1]:is([data-show~="hover"]')
  expect(shown).toContain(':not(:disabled)')
  expect(shownAs(':focus-visible')).toContain('[data-show~="focus"]')
  expect(shownAs('.box:focus-within')).toBe('.box:is([data-show~="within"] *)')
})

it('leaves a selector without states alone', () => {
  expect(shownAs('.button[data-state="open"]')).toBeUndefined()
})
