import { expect, it } from 'vitest'
import type { FieldInfo, KindInfo } from '@/data/kinds'
import { arrange, beginning, keptLayout, stacks } from './formLayout'

const field = (name: string, shape: FieldInfo['shape'], more: Partial<FieldInfo> = {}): FieldInfo =>
  ({ name, shape, group: name, required: false, personal: false, ...more }) as FieldInfo
const KIND = {
  name: 'agreement',
  title_field: 'name',
  list_columns: ['name', 'stage', 'amount'],
  fields: [
    field('name', 'text', { required: true }),
    field('stage', 'choice'),
    field('amount', 'money'),
    field('note', 'long_text'),
    field('extra.1', 'text'),
  ],
} as unknown as KindInfo
const shown = (layout?: Parameters<typeof arrange>[1]) => {
  const { facts, sections, hidden } = keptLayout(arrange(KIND, layout, (part) => part))
  return { facts, sections: sections.map((one) => `${one.title}: ${one.fields.join(' ')}`), hidden }
}

it('is as declared where nobody arranged it', () =>
  expect(shown()).toEqual({
    facts: ['stage', 'amount'],
    sections: ['main: name stage', 'amounts: amount', 'rest: note', 'extra: extra.1'],
    hidden: [],
  }))

it('follows the person, puts newer fields last, and drops fields that are gone', () =>
  expect(
    shown({
      facts: ['amount', 'gone'],
      sections: [
        { title: '钱', fields: ['amount', 'gone', 'name'] },
        { title: '空', fields: ['gone'] },
      ],
      hidden: ['note'],
    }),
  ).toEqual({ facts: ['amount'], sections: ['钱: amount name', 'other: stage extra.1'], hidden: ['note'] }))

it('never hides what a record cannot be without', () =>
  expect(shown({ facts: [], sections: [{ title: 'a', fields: ['stage'] }], hidden: ['name'] })).toEqual({
    facts: [],
    sections: ['a: stage', 'other: name amount note extra.1'],
    hidden: [],
  }))

it('shows a field once, where it is named first', () =>
  expect(
    shown({
      facts: [],
      sections: [
        { title: 'a', fields: ['name', 'stage'] },
        { title: 'b', fields: ['stage', 'amount'] },
      ],
      hidden: ['amount', 'note', 'extra.1'],
    }).sections,
  ).toEqual(['a: name stage', 'b: amount']))

it.each([
  [[9, 3, 4], 'a | b c'],
  [[2, 2, 9], 'a b | c'],
  [[5], 'a'],
  [[], ''],
])('stacks sections of %j fields as %s', (counts, wanted) => {
  const sections = counts.map((count, at) => ({
    title: 'abc'[at] ?? '',
    fields: KIND.fields.concat(KIND.fields).slice(0, count),
  }))
  const found = stacks(sections).map((one) => one.map((part) => part.title).join(' '))
  expect(found.join(' | ')).toBe(wanted)
})

it.each([
  [20, 'a 5 | b 3'],
  [9, 'a 5 | b 2'],
  [7, 'a 5'],
  [3, 'a 3'],
])('takes the first %i lines of a stack', (lines, wanted) => {
  const sections = [5, 3].map((count, at) => ({ title: 'ab'[at] ?? '', fields: KIND.fields.slice(0, count) }))
  const found = beginning(sections, lines).map((one) => `${one.title} ${one.fields.length}`)
  expect(found.join(' | ')).toBe(wanted)
})
