import { expect, it } from 'vitest'
import { formsOf } from './short'

it('a long name has usual abbreviations, then fewer words, of which none is parted', () => {
  expect(formsOf('Muscone & macrocyclic intermediates')).toEqual({
    whole: ['Muscone & macrocyclic intermediates', 'Muscone & macrocyclic interm.'],
    parts: ['Muscone & macrocyclic…', 'Muscone & macroc.', 'Muscone…', 'Muscone'],
  })
  expect(formsOf('Battery management system').whole[1]).toBe('Batt. mgmt sys.')
  expect(formsOf('Automotive chemicals for a constructor').whole[1]).toBe('Auto chem. for a constructor')
  expect(formsOf('Millimetre-wave radar').parts).toEqual(['Millimetre-wave…', 'Millim.-wave', 'Millim.'])
})

it('does not end at a word that joins', () => {
  for (const name of [
    'Design, standards & training',
    'Body, interior & exterior',
    'Parts for lifts of hospitals',
  ])
    for (const form of formsOf(name).parts) expect(form).not.toMatch(/(?:[\s,&/-]|\b(?:for|of|and))…?$/)
})

it('a Chinese name, and a single short word, have no other form', () => {
  expect(formsOf('盐湖提锂 (Li₂CO₃)')).toEqual({ whole: ['盐湖提锂 (Li₂CO₃)'], parts: [] })
  expect(formsOf('APIs')).toEqual({ whole: ['APIs'], parts: [] })
})
