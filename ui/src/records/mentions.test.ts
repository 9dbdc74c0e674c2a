import { expect, it } from 'vitest'
import { mentionAt, mentioned, mentionPieces, putMention } from './mentions'

const PEOPLE = [
  { id: '1', title: '王小' },
  { id: '2', title: '王小明' },
  { id: '3', title: 'Ada (L.)' },
]

it.each([
  ['请@', { start: 1, typed: '' }],
  ['请@王', { start: 1, typed: '王' }],
  ['请＠王', { start: 1, typed: '王' }],
  ['@wang', { start: 0, typed: 'wang' }],
  ['请@王 ', undefined],
  ['a@b', undefined],
  ['', undefined],
])('%s is being typed as %j', (text, found) => expect(mentionAt(text, text.length)).toEqual(found))

it('looks only before the caret, and puts the name there', () => {
  expect(mentionAt('请@王看', 3)).toEqual({ start: 1, typed: '王' })
  expect(putMention('请@王看', 1, 3, '王小明')).toEqual({ text: '请@王小明 看', caret: 6 })
})

it('mentions whom the text still names', () =>
  expect(mentioned('@王小明 与 @Ada (L.)', [...PEOPLE, PEOPLE[1]!])).toEqual(['2', '3']))

it('cuts at the longest name', () =>
  expect(
    mentionPieces('请@王小明看，@Ada (L.)也看', PEOPLE).map((one) => one.person?.id ?? one.text),
  ).toEqual(['请', '2', '看，', '3', '也看']))
