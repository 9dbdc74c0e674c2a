import { expect, it } from 'vitest'
import { excerpt, marked } from './marks'

it('marks every place of a word, the longer one where two meet', () => {
  expect(marked('电梯导轨制造；导轨销售', ['电梯导轨', '导轨'], [])).toEqual([
    { text: '电梯导轨', as: 'word' },
    { text: '制造；' },
    { text: '导轨', as: 'word' },
    { text: '销售' },
  ])
})

it('tells what is only sold apart, and takes capitals for what they are', () => {
  expect(marked('pcb制造，钢材', ['PCB'], ['钢材', ''])).toEqual([
    { text: 'pcb', as: 'word' },
    { text: '制造，' },
    { text: '钢材', as: 'sold' },
  ])
  expect(marked('无', ['PCB'], [])).toEqual([{ text: '无' }])
})

it('begins an excerpt where the word is', () => {
  const long = `${'一'.repeat(80)}导轨${'二'.repeat(80)}`
  expect(excerpt(long, ['导轨'], 60)).toContain('导轨')
  expect(excerpt('导轨制造', ['导轨'], 60)).toBe('导轨制造')
  expect(excerpt(long, [], 60)).toBe('一'.repeat(60))
})
