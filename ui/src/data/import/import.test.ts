import { expect, it, vi } from 'vitest'
import type { ImportReport, ImportTable, ProblemGroup, SheetPreview } from '@/bridge'
import { facingRows, unsettled, type Duplicate } from './repeats'
import { groupKey, problemsOf, sortedGroups } from './problems'
import {
  correctedCells,
  nothingSaid,
  placeKey,
  placeOf,
  withCell,
  withConstant,
  withMark,
  withPick,
  type Said,
} from './said'
import { lettersOf, numberOf, rowSorts, samples } from './sheetRows'

vi.mock('../kinds', () => ({
  kindInfo: () => ({ title_field: 'name' }),
  fieldInfo: (kind: string, name: string) =>
    kind === 'agreement' && name === 'project' ? { shape: 'ref', target: 'project' } : undefined,
}))

const sheet = {
  name: '签约',
  hidden: false,
  width: 2,
  more: false,
  rows: [
    { sheet: '', row: 1, cells: { A: '台账' } },
    { sheet: '', row: 3, cells: { A: '项目', B: '金额' } },
    { sheet: '', row: 4, cells: { A: '一、医药' } },
    { sheet: '', row: 5, cells: { A: '甲', B: '1' } },
    { sheet: '', row: 6, cells: { A: '甲', B: '2' } },
    { sheet: '', row: 7, cells: { A: '小计', B: '3' } },
    { sheet: '', row: 8, cells: { A: '合计', B: '3' } },
    { sheet: '', row: 9, cells: { A: '注：' } },
    { sheet: '', row: 10, cells: { A: '1' } },
  ],
} as SheetPreview
const table = {
  key: '签约',
  sheet: '签约',
  header_rows: [3],
  columns: [{ letter: 'A', head: '项目', field: 'project.name' }],
  skipped: [
    { row: 1, kind: 'title', text: '台账' },
    { row: 4, kind: 'section', text: '一、医药' },
    { row: 7, kind: 'subtotal', text: '小计' },
    { row: 8, kind: 'total', text: '合计' },
    { row: 9, kind: 'note', text: '注：' },
    { row: 10, kind: 'filler', text: '1' },
  ],
} as unknown as ImportTable

it('every row of a sheet is something to the import', () => {
  expect([...rowSorts(sheet, [table]).values()]).toEqual([
    'above',
    'header',
    'section',
    'data',
    'data',
    'subtotal',
    'total',
    'note',
    'skipped',
  ])
  expect([...rowSorts(sheet, []).values()].every((one) => one === 'above')).toBe(true)
})

it('samples are different texts of records only', () => {
  expect(samples(sheet, table, [table], 'A')).toEqual(['甲'])
  expect(samples(sheet, table, [table], 'B')).toEqual(['1', '2'])
})

it('samples of a table come from no other that stands below it', () => {
  const rows = [
    ...sheet.rows,
    { sheet: '', row: 12, cells: { A: '线索台账' } },
    { sheet: '', row: 13, cells: { A: '企业', C: '联系电话' } },
    { sheet: '', row: 14, cells: { A: '乙', C: '15400003311' } },
  ]
  const letters = (...all: string[]) => all.map((letter) => ({ letter, head: '', field: '' }))
  const above = { ...table, columns: letters('A', 'B', 'C') } as unknown as ImportTable
  const other = {
    ...table,
    key: '线索',
    header_rows: [13],
    columns: letters('A', 'C'),
    skipped: [{ row: 12, kind: 'title', text: '线索台账' }],
  } as unknown as ImportTable
  const whole = { ...sheet, rows } as SheetPreview
  const of = (one: ImportTable, letter: string) => samples(whole, one, [above, other], letter)
  expect(of(above, 'A')).toEqual(['甲'])
  expect(of(above, 'C')).toEqual([])
  expect(of(other, 'C')).toEqual(['15400003311'])
})

it.each([
  [1, 'A'],
  [26, 'Z'],
  [27, 'AA'],
  [703, 'AAA'],
])('column %i is %s', (number, letters) => {
  expect(lettersOf(number)).toBe(letters)
  expect(numberOf(letters)).toBe(number)
})

it('a place is named and found again, whatever the sheet is called', () => {
  expect(placeOf(placeKey('一 季度 3', 12))).toEqual({ sheet: '一 季度 3', row: 12 })
})

it('a column said anew keeps what was said of it before', () => {
  const said = nothingSaid()
  said.mappings['签约'] = withPick(said, '签约', 'C', { field: 'project.name' })
  said.mappings['签约'] = withPick(said, '签约', 'C', { unit: '万元' })
  expect(said.mappings['签约']?.columns).toEqual([{ column: 'C', field: 'project.name', unit: '万元' }])
})

it('what every row says is said once, kept beside the columns, and taken back', () => {
  const said = nothingSaid()
  said.mappings['签约'] = withPick(said, '签约', 'C', { unit: '万元' })
  said.mappings['签约'] = withConstant(said, '签约', 'agreement.agreement_type', 'entry')
  expect(said.mappings['签约']).toMatchObject({
    columns: [{ column: 'C', unit: '万元' }],
    constants: { 'agreement.agreement_type': 'entry' },
  })
  said.mappings['签约'] = withConstant(said, '签约', 'agreement.agreement_type', undefined)
  expect(said.mappings['签约']?.constants).toEqual({})
})

it('a row said anew keeps what was said of others, and can be taken back', () => {
  const said = nothingSaid()
  said.mappings['签约'] = withMark(said, '签约', 5, 'filler')
  said.mappings['签约'] = withMark(said, '签约', 7, 'data')
  expect(said.mappings['签约']?.rows).toEqual({ 5: 'filler', 7: 'data' })
  said.mappings['签约'] = withMark(said, '签约', 5, undefined)
  expect(said.mappings['签约']?.rows).toEqual({ 7: 'data' })
})

it('a correction taken back leaves nothing behind', () => {
  const one = withCell({}, '签约', 5, 'B', '3')
  const two = withCell(one, '签约', 5, 'A', '乙')
  expect(correctedCells(two)).toBe(2)
  expect(one).toEqual({ 签约: { 5: { B: '3' } } })
  const back = withCell(withCell(two, '签约', 5, 'A', undefined), '签约', 5, 'B', undefined)
  expect(back).toEqual({})
})

it('what must be looked at comes first, the most frequent of it before', () => {
  const group = (reason: string, level: ProblemGroup['level'], count: number) =>
    ({ reason, level, count, sheet: '签约', column: 'B' }) as ProblemGroup
  const groups = [
    group('a', 'info', 90),
    group('b', 'must', 1),
    group('c', 'should', 5),
    group('d', 'must', 4),
  ]
  expect(sortedGroups(groups).map((one) => one.reason)).toEqual(['d', 'b', 'c', 'a'])
  const problems = [
    { reason: 'b', sheet: '签约', column: 'B', row: 5 },
    { reason: 'b', sheet: '签约', column: 'C', row: 5 },
  ]
  const found = problemsOf({ problems } as ImportReport, groupKey(group('b', 'must', 1)))
  expect(found.map((one) => one.column)).toEqual(['B'])
})

it('a difference is told once, not by the name and by the reference to it as well', () => {
  const values = (name: string) => ({ 'project.name': name, 'agreement.project': name })
  const told = [
    { sheet: '签约', row: 5, values: values('甲基地') },
    { sheet: '签约', row: 6, values: values('甲') },
  ]
  const one = { sheet: '签约', row: 6, from: ['f', '签约', 5], of_this_file: true } as Duplicate
  const report = { detail: { told }, tables: [table] } as unknown as ImportReport
  expect(facingRows(report, one).map((pair) => pair.path)).toEqual(['project.name'])
})

it('two rows of one file face each other field by field', () => {
  const told = [
    { sheet: '签约', row: 5, values: { 'agreement.note': '补', 'project.name': '甲' } },
    { sheet: '签约', row: 6, values: { 'project.name': '甲' } },
  ]
  const one = { sheet: '签约', row: 6, from: ['f', '签约', 5], of_this_file: true } as Duplicate
  const report = { detail: { told }, tables: [table] } as unknown as ImportReport
  const pairs = facingRows(report, one)
  expect(pairs).toEqual([
    { path: 'project.name', here: '甲', there: '甲', differs: false },
    { path: 'agreement.note', here: undefined, there: '补', differs: true },
  ])
  expect(facingRows(report, { ...one, of_this_file: false })).toEqual([])
})

it('tells no more of a suspicion that was decided', () => {
  const suspicion = (row: number, decision?: string) => ({
    sheet: '签约',
    row,
    column: '',
    level: 'must',
    reason: 'duplicate_project',
    ...(decision ? { decision } : {}),
  })
  const other = { ...suspicion(4), reason: 'bad_date', column: 'G' }
  const report = {
    problems: [suspicion(4), suspicion(6), other],
    duplicates: [suspicion(4, 'ask'), suspicion(6, 'ask')],
    detail: {
      groups: [
        { ...suspicion(0), count: 2 },
        { ...other, count: 1 },
      ],
    },
  } as unknown as ImportReport
  const counts = (decisions: Said['decisions']) =>
    unsettled(report, decisions).detail?.groups.map((one) => `${one.reason} ${one.count}`)
  expect(counts({})).toEqual(['duplicate_project 2', 'bad_date 1'])
  expect(counts({ '4 签约': 'update' })).toEqual(['duplicate_project 1', 'bad_date 1'])
  expect(counts({ '4 签约': 'update', '6 签约': 'new' })).toEqual(['bad_date 1'])
  expect(unsettled(report, { '4 签约': 'new' }).problems).toHaveLength(2)
})
