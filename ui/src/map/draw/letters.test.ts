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

it('no line begins with a mark that closes or ends with one that opens', () => {
  const cut = (text: string, width: number) => fitter.lines(text, 10, false, width, 4)
  expect(cut('供给本地科源；上市', 60)).toEqual(['供给本地科', '源；上市'])
  expect(cut('对应“DMF”；可供', 70)).toEqual(['对应', '“DMF”；可', '供'])
  expect(cut('产品名称“明胶”对应', 50)).toEqual(['产品名称', '“明胶”对', '应'])
})

it('a word goes on in the next line where a syllable begins', () => {
  expect(fitter.lines('Dismantling', 10, false, 90, 2)).toEqual(['Dismant-', 'ling'])
  expect(fitter.lines('Counterweight', 10, false, 90, 2)).toEqual(['Counter-', 'weight'])
  expect(fitter.lines('Rhythms', 10, false, 60, 2)).toEqual(['Rhyth-', 'ms'])
})

it('no letter beyond the usual ones is halved', () => {
  const whole = new Fitter((text, size) => {
    expect(text).not.toMatch(/\p{Cs}/u)
    return [...text].length * size
  })
  for (const text of ['🚗🔋⚡新能源🚗车', '𠮷野家𫟼㐂', '👨‍👩‍👧‍👦家庭用', '𝒜𝓁𝓅𝒽𝒶'])
    for (const width of [10, 20, 25, 40, 80])
      for (const most of [1, 2, 3]) whole.fit(text, [10, 8], false, { width, most: () => most })
})
