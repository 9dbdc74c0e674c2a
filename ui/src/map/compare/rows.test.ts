import { expect, it } from 'vitest'
import { linesOf } from './rows'

interface Firm {
  score: number | null
  city: string
  km?: number
}
const facts = [
  { name: 'score', text: (one: Firm) => String(one.score ?? 'thin'), value: (one: Firm) => one.score },
  { name: 'city', text: (one: Firm) => one.city },
  {
    name: 'km',
    text: (one: Firm) => (one.km ? `${one.km} km` : ''),
    value: (one: Firm) => one.km,
    less: true,
  },
]
const lines = (...firms: Firm[]) =>
  linesOf(firms, facts).map(({ name, differs, best }) => ({ name, differs, best }))

it('what differs is marked, and what is best', () => {
  expect(
    lines(
      { score: 80, city: '天津', km: 300 },
      { score: 60, city: '天津', km: 40 },
      { score: null, city: '天津' },
    ),
  ).toEqual([
    { name: 'score', differs: true, best: [0] },
    { name: 'city', differs: false, best: [] },
    { name: 'km', differs: true, best: [1] },
  ])
})

it('equals are no better than each other, and a lone figure is not the best', () => {
  expect(lines({ score: 70, city: '无锡' }, { score: 70, city: '苏州' })).toEqual([
    { name: 'score', differs: false, best: [] },
    { name: 'city', differs: true, best: [] },
  ])
  expect(lines({ score: 70, city: '' }, { score: null, city: '' })[0]).toMatchObject({
    differs: true,
    best: [],
  })
})
