import { beforeEach, describe, expect, it, vi } from 'vitest'
import type { FieldInfo } from '@/data/kinds'
import type { Row } from '@/data/rows'
import { readClip } from '@/kit/grid/clip'
import { speak } from '@/words'

const field = (name: string, shape: FieldInfo['shape'], more: Partial<FieldInfo> = {}): FieldInfo => ({
  name,
  shape,
  required: false,
  group: name,
  personal: false,
  ...more,
})
const FIELDS = [
  field('name', 'text', { required: true }),
  field('total', 'money'),
  field('capital', 'money'),
  field('party', 'ref', { target: 'enterprise' }),
  field('stage', 'choice', { choices: ['lead', 'signed'] }),
  field('day', 'date'),
]
const TITLE = { field: 'name' }
vi.mock('@/data/kinds', () => ({
  fieldInfo: (_kind: string, name: string) => FIELDS.find((one) => one.name === name),
  kindInfo: () => ({ name: 'project', title_field: TITLE.field, fields: FIELDS, list_columns: [] }),
  madeByName: (kind: string) => kind === 'enterprise',
}))
vi.mock('@/data/lookups', () => ({
  idsByTitle: (_kind: string, titles: string[]) =>
    Promise.resolve(
      new Map(
        titles
          .filter((one) => one.startsWith('有'))
          .map((one) => [one, one === '有两家' ? ['a', 'b'] : ['a']]),
      ),
    ),
}))

const { copied } = await import('./copy')
const { planClear, planFill } = await import('./fill')
const { planPaste } = await import('./paste')
const { leftOut } = await import('./sheet')

const yuan = (amount: string) => ({ amount: `${amount}.00`, currency: 'CNY' })
const row = (at: number): Row => ({
  id: `id-${at}`,
  version: at,
  deleted: false,
  values: { name: `项目${at}`, total: yuan(`${at + 1}0000`) },
})
function sheet(count = 5, mayCreate = true) {
  const rows = Array.from({ length: count }, (_, at) => row(at))
  return {
    kind: 'project',
    columns: FIELDS.map(({ name }) => ({ id: name, title: name, width: 100 })),
    rows: {
      names: {},
      count: { value: count },
      between: (first: number, last: number) =>
        Promise.resolve(rows.slice(first, last + 1).map((one, at) => ({ at: first + at, row: one }))),
    },
    mayCreate: () => mayCreate,
    mark: () => undefined,
    copied: () => undefined,
  } as unknown as Parameters<typeof planPaste>[0]
}
const range = (top: number, left: number, bottom = top, right = left) => ({ top, left, bottom, right })
const block = (text: string, html = '') => readClip({ text, html })

beforeEach(async () => {
  TITLE.field = 'name'
  await speak('zh-CN')
})

describe('pasting', () => {
  it('reads each cell by its column, and leaves out what would not change', async () => {
    const plan = await planPaste(sheet(), range(1, 1), block('2\t1.2亿\n300\t待定'))
    expect(plan.rows.map(({ at, values }) => [at, values])).toEqual([
      [1, { capital: yuan('120000000') }],
      [2, { total: yuan('3000000'), capital: { absent: 'pending' } }],
    ])
    expect(plan.refused).toEqual([])
  })

  it('says of each refused cell where it stands and why', async () => {
    const plan = await planPaste(sheet(), range(0, 1), block('bad\t5\t没有\t意向'))
    expect(plan.rows[0]?.values).toEqual({ capital: yuan('50000') })
    expect(plan.refused.map(({ at, field: name, text }) => [at, name, text])).toEqual([
      [0, 'total', 'bad'],
      [0, 'party', '没有'],
      [0, 'stage', '意向'],
    ])
    for (const one of plan.refused) expect(one.why).not.toMatch(/^ui\./)
  })

  it('finds records by their names; two of one name are none', async () => {
    const plan = await planPaste(sheet(), range(0, 3), block('有一家\n有两家'))
    expect(plan.rows.map((one) => one.values)).toEqual([{ party: 'a' }])
    expect(plan.refused[0]).toMatchObject({ at: 1, field: 'party', text: '有两家' })
  })

  it('repeats a block over marked cells that are a multiple of it', async () => {
    const plan = await planPaste(sheet(), range(0, 2, 3, 2), block('7\n8'))
    expect(plan.rows.map((one) => one.values.capital)).toEqual(
      ['70000', '80000', '70000', '80000'].map((one) => yuan(one)),
    )
  })

  it('makes records below the last row, where rows may be made, else refuses them', async () => {
    const over = { add: false, make: false }
    const made = await planPaste(sheet(2), range(1, 0), block('甲\n乙\n丙'), over)
    expect(made.rows.map((one) => one.row?.id)).toEqual(['id-1', undefined, undefined])
    expect(made.rows[2]?.values).toEqual({ name: '丙' })
    const refused = await planPaste(sheet(2, false), range(1, 0), block('甲\n乙'))
    expect(refused.rows).toHaveLength(1)
    expect(refused.refused).toMatchObject([{ at: 2, text: '乙' }])
  })

  it('refuses what would stand beyond the last column', async () => {
    const plan = await planPaste(sheet(), range(0, 5), block('2023-10\t多余'))
    expect(plan.rows[0]?.values).toEqual({ day: { date: '2023-10' } })
    expect(plan.refused).toMatchObject([{ at: 0, text: '多余' }])
  })

  it('takes the number behind a text that hides it, and a date from its day count', async () => {
    const html = '<table><tr><td x:num="1234.5678">1,234.57</td><td x:num="120000000">####</td></tr></table>'
    const plan = await planPaste(sheet(), range(0, 1), block('', html))
    expect(plan.rows[0]?.values).toEqual({ total: yuan('12345678'), capital: yuan('120000000') })
    const day = await planPaste(
      sheet(),
      range(0, 5),
      block('', '<table><tr><td x:num="45204">###</td></tr></table>'),
    )
    expect(day.rows[0]?.values).toEqual({ day: { date: '2023-10-05' } })
  })

  it('leaves alone what stands beyond the end of a shorter line', async () => {
    const plan = await planPaste(sheet(), range(1, 1), block('5万\n6万\t7万'))
    expect(plan.rows.map((one) => Object.keys(one.values))).toEqual([['total'], ['total', 'capital']])
  })

  it('calls a formula by its name', async () => {
    const plan = await planPaste(sheet(), range(1, 1), block('=SUM(A1:A3)'))
    expect(plan.refused[0]?.why).toContain('公式')
  })

  it('gives a merged value to all its rows, and says so', async () => {
    const html = '<table><tr><td rowspan=2>9</td></tr><tr></tr></table>'
    const plan = await planPaste(sheet(), range(0, 2), block('', html))
    expect(plan.rows.map((one) => one.values.capital)).toEqual([yuan('90000'), yuan('90000')])
    expect(plan.note).toContain('1')
  })
})

describe('pasting lines of other records', () => {
  it('makes records of them, and offers to write over those at the cursor', async () => {
    const plan = await planPaste(sheet(3), range(0, 0), block('甲\t5\n乙\t6'))
    expect(plan.rows.map(({ at, row: one, values }) => [at, one?.id, values.name])).toEqual([
      [3, undefined, '甲'],
      [4, undefined, '乙'],
    ])
    expect(plan.range).toMatchObject({ top: 3, bottom: 4 })
    expect(plan.choice).toMatchObject({
      ask: true,
      way: { add: true },
      over: { first: 0, count: 2 },
      lines: 2,
    })
    const over = await plan.choice!.again({ add: false, make: false })
    expect(over.rows.map((one) => one.row?.id)).toEqual(['id-0', 'id-1'])
  })

  it('writes over rows that are called the same, and renames where only names are pasted', async () => {
    const same = await planPaste(sheet(3), range(0, 0), block('项目0\t5\n项目1\t6'))
    expect(same.rows.map((one) => one.row?.id)).toEqual(['id-0', 'id-1'])
    expect(same.choice?.ask).toBe(false)
    const names = await planPaste(sheet(3), range(0, 0), block('甲\n乙'))
    expect(names.rows.map((one) => one.row?.id)).toEqual(['id-0', 'id-1'])
    const list = await planPaste(sheet(2), range(0, 0), block('甲\n乙\n丙'))
    expect(list.rows.map((one) => one.row?.id)).toEqual([undefined, undefined, undefined])
    const spread = await planPaste(sheet(2), range(0, 0, 1, 1), block('5'))
    expect(spread.choice?.ask).toBe(false)
  })

  it('asks, and writes over, where no rows may be made', async () => {
    const plan = await planPaste(sheet(3, false), range(0, 0), block('甲\t5'))
    expect(plan.rows.map((one) => one.row?.id)).toEqual(['id-0'])
    expect(plan.choice).toMatchObject({ ask: true, over: undefined })
  })

  it('takes nothing of a line whose record nobody knows, and tells it once', async () => {
    TITLE.field = 'party'
    const plan = await planPaste(sheet(1), range(0, 3), block('没有\t意向\t2026-10-01\n有一家\t\t2026-10-02'))
    expect(plan.rows.map(({ values }) => values)).toEqual([{ party: 'a', day: { date: '2026-10-02' } }])
    expect(plan.refused).toMatchObject([{ at: 1, field: 'party', text: '没有', line: true }])
    expect(leftOut(plan)).toBe(1)
  })

  it('makes no record without a name', async () => {
    const plan = await planPaste(sheet(1), range(0, 1), block('5\n6'))
    expect(plan.rows.map((one) => one.row?.id)).toEqual(['id-0'])
    expect(plan.refused).toMatchObject([{ at: 1, field: 'name', line: true }])
  })

  it('offers to make the records that are missing', async () => {
    TITLE.field = 'party'
    const plan = await planPaste(sheet(0), range(0, 3), block('没有\t\t2026-10-01\n有两家\t\t2026-10-02'))
    expect(plan.choice?.missing).toEqual({ enterprise: ['没有'] })
    const made = await plan.choice!.again({ add: false, make: true })
    expect(made.rows.map((one) => one.values.party)).toEqual([{ made: '没有' }])
    expect(made.refused).toMatchObject([{ text: '有两家', line: true }])
  })
})

describe('copying', () => {
  it('and pasting elsewhere keeps what a text would lose', async () => {
    const from = sheet()
    const marked: Row = {
      ...row(0),
      values: { name: '甲', total: { ...yuan('1000000'), mark: 'approximate' } },
    }
    const { html, text } = copied(from, range(0, 0, 0, 2), [marked])
    expect(text).toBe('甲\t约100万\t')
    const plan = await planPaste(sheet(), range(3, 0), block(text, html))
    expect(plan.rows[0]?.values).toEqual({ name: '甲', total: { ...yuan('1000000'), mark: 'approximate' } })
  })

  it('puts the headings over the cells where they are asked for', () => {
    const { text, html } = copied(sheet(), range(0, 0, 0, 1), [row(0)], true)
    expect(text).toBe('name\ttotal\r\n项目0\t1.00')
    expect(html).toContain('name')
  })

  it('writes an amount that would be read as yuan with its unit', async () => {
    const large: Row = { ...row(0), values: { total: yuan('12345678000000') } }
    const { text } = copied(sheet(), range(0, 1), [large])
    const plan = await planPaste(sheet(), range(2, 1), block(text))
    expect(plan.rows[0]?.values).toEqual({ total: yuan('12345678000000') })
  })
})

describe('filling and clearing', () => {
  it('fills down from the first row, in turn where several rows are the source', async () => {
    const down = await planFill(sheet(), range(0, 1), range(1, 1, 2, 1))
    expect(down.rows.map((one) => one.values.total)).toEqual([yuan('10000'), yuan('10000')])
    const two = await planFill(sheet(), range(0, 1, 1, 1), range(2, 1, 4, 1))
    expect(two.rows.map((one) => one.values.total)).toEqual([yuan('10000'), yuan('20000'), yuan('10000')])
    const up = await planFill(sheet(), range(3, 1, 4, 1), range(0, 1, 2, 1))
    expect(up.rows.map((one) => one.values.total)).toEqual([yuan('50000'), yuan('40000'), yuan('50000')])
  })
  it('fills along where the columns hold the same kind of value, else says why not', async () => {
    const same = await planFill(sheet(), range(0, 1), range(0, 2))
    expect(same.rows[0]?.values).toEqual({ capital: yuan('10000') })
    const other = await planFill(sheet(), range(0, 1), range(0, 2, 0, 3))
    expect(other.refused).toMatchObject([{ at: 0, field: 'party' }])
  })
  it('clears only what holds something', async () => {
    const plan = await planClear(sheet(), range(0, 1, 1, 2))
    expect(plan.rows.map((one) => one.values)).toEqual([{ total: null }, { total: null }])
  })
})
