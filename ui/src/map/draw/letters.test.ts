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

it('a word goes on in the next line where a syllable begins', () => {
  expect(fitter.lines('Dismantling', 10, false, 90, 2)).toEqual(['Dismant-', 'ling'])
  expect(fitter.lines('Counterweight', 10, false, 90, 2)).toEqual(['Counter-', 'weight'])
  expect(fitter.lines('Rhythms', 10, false, 60, 2)).toEqual(['Rhyth-', 'ms'])
})
