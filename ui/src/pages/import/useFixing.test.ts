import { expect, it, vi } from 'vitest'
import { nextTick, reactive, ref, shallowRef } from 'vue'
import type { ImportReport, ImportTable, Wizard } from '@/data/import'
import { nothingSaid, placeKey } from '@/data/import'

vi.mock('@/data/kinds', () => ({ kindInfo: () => ({ title_field: 'name' }) }))
import { useFixing } from './useFixing'

const table = {
  key: '签约',
  sheet: '签约',
  columns: [
    { letter: 'A', head: '项目名称' },
    { letter: 'C', head: '合同额（亿元）▸总投资' },
  ],
} as ImportTable
const problem = (row: number, column: string, level: string, reason = 'amount_unreadable') =>
  ({ sheet: '签约', row, column, level, reason, raw: '' }) as ImportReport['problems'][number]
const row = (at: number, a: string, c: string) => ({ sheet: '签约', row: at, cells: { A: a, C: c } })
const report = (problems: ImportReport['problems'], rows = [row(3, '乙', '三个多'), row(7, '', '2')]) =>
  ({ problems, detail: { rows } }) as unknown as ImportReport

function fixing(of = table) {
  const said = reactive(nothingSaid())
  const found = shallowRef(report([problem(7, '', 'must', 'name_missing'), problem(3, 'C', 'should')]))
  const wizard = {
    report: found,
    unsettled: found,
    said,
    current: ref(true),
    recheck: vi.fn(),
  }
  const wanted = ref(new Set([placeKey('签约', 7), placeKey('签约', 3)]))
  return { wizard, said, wanted, grid: useFixing(wizard as unknown as Wizard, shallowRef(of), wanted) }
}

it('shows the rows in the order of the sheet, by their Excel numbers and letters', () => {
  const { grid } = fixing()
  expect([0, 1].map((at) => grid.source.number(at))).toEqual(['3', '7'])
  expect(grid.columns.value.map((one) => [one.title, one.unit])).toEqual([
    ['项目名称', 'A'],
    ['总投资', 'C'],
  ])
  expect(grid.textOf({ row: 0, col: 1 })).toBe('三个多')
})

it('keeps in sight what the rows are called', () => {
  const [name, capital] = table.columns.map((one, at) => ({
    ...one,
    field: ['project.name', 'project.total'][at],
  }))
  const { grid } = fixing({ ...table, columns: [capital, name] } as ImportTable)
  expect(grid.columns.value.map((one) => [one.id, one.frozen])).toEqual([
    ['A', true],
    ['C', false],
  ])
  expect(grid.textOf({ row: 0, col: 1 })).toBe('三个多')
  // What is said of a whole row stands there too, and not at its number.
  expect(grid.about({ row: 1, col: 0 }).problems.map((one) => one.reason)).toEqual(['name_missing'])
  expect(grid.about({ row: 1, col: 1 }).problems).toEqual([])
})

it('lets a column that is cut take of the spare room', async () => {
  const { grid, wizard } = fixing()
  wizard.report.value = report([], [row(3, '新能源商用车电驱桥生产基地（二期）建设工程', '正式投资合同')])
  await nextTick()
  const [long, short] = grid.columns.value
  expect(long?.width).toBe(260)
  expect(long?.grow).toBeGreaterThan(0)
  expect(short?.grow).toBe(0)
})

it('finds the worst first, and what is said of a whole row at its first cell', () => {
  const { grid } = fixing()
  expect(grid.firstWith('', '')).toMatchObject({ row: 1, col: 0 })
  expect(grid.firstWith('amount_unreadable', 'C')).toMatchObject({ row: 0, col: 1 })
  expect(grid.about({ row: 1, col: 0 }).problems.map((one) => one.reason)).toEqual(['name_missing'])
})

it('puts a cell right, tries again, and takes it back', () => {
  const { grid, said, wizard } = fixing()
  grid.commit({ row: 0, col: 1 }, '3.2')
  expect(said.corrections).toEqual({ 签约: { 3: { C: '3.2' } } })
  expect(grid.textOf({ row: 0, col: 1 })).toBe('3.2')
  expect(grid.about({ row: 0, col: 1 }).was).toBe('三个多')
  grid.commit({ row: 0, col: 1 }, '3.2')
  expect(wizard.recheck).toHaveBeenCalledTimes(1)
  grid.commit({ row: 0, col: 1 }, '三个多')
  expect(said.corrections).toEqual({})
  expect(wizard.recheck).toHaveBeenCalledTimes(2)
})

it('says of a row that a person left out only that', () => {
  const { grid, said } = fixing()
  const before = grid.source.stamp
  said.mappings['签约'] = { columns: [], skip: false, rows: { 7: 'filler' } }
  expect(grid.about({ row: 1, col: 0 })).toMatchObject({ out: true, problems: [] })
  expect(grid.about({ row: 0, col: 1 })).toMatchObject({ out: false })
  expect(grid.source.stamp).not.toBe(before)
})

it('keeps a row in its place after it was put right, until others are looked at', async () => {
  const { grid, wizard, wanted } = fixing()
  wizard.report.value = report([problem(7, '', 'must', 'name_missing')], [row(7, '', '2')])
  await nextTick()
  expect(grid.count.value).toBe(2)
  wanted.value = new Set([placeKey('签约', 7)])
  await nextTick()
  expect(grid.count.value).toBe(1)
})
