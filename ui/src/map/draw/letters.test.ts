import { expect, it } from 'vitest'
import { Fitter } from './letters'

/** Every letter is as wide as its size. */
const fitter = new Fitter((text, size) => [...text].length * size)

it('no line is longer than its room, however long a word is', () => {
  expect(fitter.lines('Cardiovascular APIs', 10, false, 80, 2)).toEqual(['Cardiov…', 'APIs'])
  expect(fitter.lines('药用辅料与包材', 10, false, 40, 2)).toEqual(['药用辅料', '与包材'])
  for (const width of [20, 35, 60, 90])
    for (const line of fitter.lines('Recombinant proteins & antibodies', 10, false, width, 3))
      expect([...line].length * 10).toBeLessThanOrEqual(width)
})
