import { expect, it } from 'vitest'
import type { Action } from '@/data/actions'
import { fit, grouped, hitItem, namedItems } from './paletteItems'

const action = (id: string, label: string, group: Action['group'] = 'page'): Action => ({
  id,
  group,
  label,
  run: () => undefined,
})
const titles = (typed: string, actions: Action[]) => namedItems([], actions, typed).map((one) => one.title)

it.each([
  ['导出', 'export', '导出', 4],
  ['导出', 'export', '导', 3],
  ['全部导出', 'export', '导出', 2],
  ['导出', 'export_list', 'port', 1],
  ['导出', 'export', 'e', 0],
  ['导出', 'export', '印', 0],
  ['Open settings', 'x', 'SET', 2],
])('%s (%s) fits “%s” %d', (label, id, typed, wanted) => expect(fit(label, id, typed)).toBe(wanted))

it.each([
  ['图谱', 'tupu', 3],
  ['回收站', 'hsz', 3],
  ['设置', 'shezhi', 3],
  ['新建协议', 'xieyi', 1],
  ['统计', 'tongj', 3],
  ['统计', 'ton', 1],
  ['重点项目', 'zhdxm', 3],
  ['统计', 't', 0],
  ['统计', 'tongdian', 0],
])('%s is sounded out by “%s” %d', (label, typed, wanted) => expect(fit(label, 'x', typed)).toBe(wanted))

it('puts what is named so before the records that only speak of it', () => {
  const hit = (title: string) =>
    ({ kind: 'visit', id: title, title, snippet: '', title_marks: [], snippet_marks: [] }) as never
  const found = [hit('洽谈协议条款'), hit('协议')].map((one) => hitItem(one, '协议'))
  const named = namedItems([], [action('n', '新建协议', 'new'), action('g', '协议', 'go')], '协议')
  const groups = grouped([...found, ...named])
  expect(groups.map((one) => [one.group, one.items.map((item) => item.title)])).toEqual([
    ['best', ['协议', '协议']],
    ['found', ['洽谈协议条款']],
    ['new', ['新建协议']],
  ])
  expect(groups[0]?.items.map((one) => one.group)).toEqual(['found', 'go'])
  const one = grouped([hitItem(hit('甲'), '新'), ...namedItems([], [action('n', '新建', 'new')], '新')])
  expect(one.map(({ group }) => group)).toEqual(['found', 'new'])
})

it('names what begins with the text before what contains it', () =>
  expect(titles('导', [action('a', '全部导出'), action('b', '导入'), action('c', '打印')])).toEqual([
    '导入',
    '全部导出',
  ]))

it('does not list the palette in itself, and lists all else where nothing is typed', () =>
  expect(titles('', [action('palette', '查找'), action('b', '导入')])).toEqual(['导入']))

it('puts what was used lately beside the recent records, and before others as good', () => {
  const actions = [action('a', '导入'), action('b', '导出'), action('c', '导航')]
  const used = ['do-page-c', 'do-page-b']
  const groups = grouped(namedItems([], actions, '', used))
  expect(groups.map((one) => [one.group, one.items.map((item) => item.title)])).toEqual([
    ['recent', ['导航', '导出']],
    ['page', ['导入']],
  ])
  expect(namedItems([], actions, '导', used).map((one) => one.title)).toEqual(['导航', '导出', '导入'])
})

it('keeps groups together and in their places', () => {
  const items = namedItems(
    [],
    [action('w', '撤销', 'window'), action('p', '导出'), action('g', '项目', 'go')],
    '',
  )
  expect(grouped(items).map((one) => one.group)).toEqual(['page', 'go', 'window'])
})

it('moves the marks of a snippet behind the name of its field', () => {
  const hit = {
    kind: 'project',
    id: '1',
    title: '甲',
    matched_field: 'chain',
    snippet: '生物医药',
    title_marks: [],
    snippet_marks: [[2, 4]],
  }
  const item = hitItem(hit as unknown as Parameters<typeof hitItem>[0], '')
  const [from = 0, to = 0] = item.underMarks?.[0] ?? []
  expect(item.under?.slice(from, to)).toBe('医药')
})
