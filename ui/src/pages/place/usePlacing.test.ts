import { expect, it, vi } from 'vitest'
import type { PlacedRow } from '@/data/chain/work'
import { usePlacing } from './usePlacing'

const row = (name: string, scores: number[], review = false): PlacedRow => ({
  row: 2,
  name,
  uscc: null,
  region: null,
  scope: '电梯导轨制造',
  enterprise: null,
  segments: scores.map((score, at) => ({
    segment: `s${at}`,
    code: null,
    name: `环节${at}`,
    score,
    words: [`词${at}`],
  })),
  excluded: [],
  review,
})
vi.mock('@/data/chain/work', () => ({
  placeSheet: () =>
    Promise.resolve({
      rows: [row('甲', [0.9, 0.6, 0.35]), row('乙', [0.4], true), row('丙', [])],
      placed: 1,
      review: 1,
      unplaced: 1,
      problems: [],
    }),
  savePlaces: vi.fn(() => Promise.resolve({ batch: 'b', created: 1, changed: 0, deleted: 0, segments: [] })),
}))

async function opened() {
  const placing = usePlacing()
  await placing.open(new File(['x'], 'x.csv'))
  return placing
}

it('begins with what a person should look at', async () => {
  const placing = await opened()
  expect(placing.filter.value).toBe('review')
  expect(placing.row.value?.name).toBe('乙')
  expect(placing.counts.value).toMatchObject({ all: 3, placed: 1, review: 1, unplaced: 1 })
})

it('accepts what is on, and teaches only what was switched off by hand', async () => {
  const placing = await opened()
  expect(placing.segmentsOf(0).map(({ on }) => on)).toEqual([true, true, false])
  placing.flip(0, 's1')
  expect(placing.decide([0, 1, 2], 'accepted')).toBe(2)
  const [first, second] = placing.wanted()
  expect(first?.segments).toEqual([{ segment: 's0', words: ['词0'] }])
  expect(first?.rejected).toEqual([{ segment: 's1', words: ['词1'] }])
  expect(second?.segments).toEqual([{ segment: 's0', words: ['词0'] }])
  expect(placing.wanted()).toHaveLength(2)
})

it('a rejected row teaches what was sure and wrong', async () => {
  const placing = await opened()
  placing.decide([0], 'rejected')
  expect(placing.wanted()).toEqual([
    expect.objectContaining({
      name: '甲',
      segments: [],
      rejected: [
        { segment: 's0', words: ['词0'] },
        { segment: 's1', words: ['词1'] },
      ],
    }),
  ])
})

it('takes a segment that a person adds', async () => {
  const placing = await opened()
  placing.add(2, { segment: 'x', code: null, name: '别的', score: 1, words: ['导轨'] })
  expect(placing.decide([2], 'accepted')).toBe(1)
  expect(placing.wanted()[0]?.segments).toEqual([{ segment: 'x', words: ['导轨'] }])
})
