import { expect, it } from 'vitest'
import { LANGUAGES, speak } from '@/words'
import { titleText } from './labels'
import { periodName, periodTitle } from './period'

it.each([1, 2, 9, 11, 12])('calls the months through %i as the language in use does', async (through) => {
  const names = []
  for (const language of LANGUAGES) {
    await speak(language)
    names.push(periodName(2026, through))
  }
  for (const language of LANGUAGES) {
    await speak(language)
    expect(new Set(names.map(periodTitle))).toEqual(new Set([periodName(2026, through)]))
  }
})

it.each(['第二次，给市里', '2026年1月至11月（报市里）', 'Jan–Foo 2026', ''])(
  'leaves “%s” as it is',
  (name) => {
    expect(periodTitle(name)).toBe(name)
  },
)

it('calls a freeze so wherever it is named, and nothing else', async () => {
  await speak('en')
  expect(titleText('snapshot', '2026年1月至11月')).toBe('Jan–Nov 2026')
  expect(titleText('project', '2026年1月至11月')).toBe('2026年1月至11月')
})
