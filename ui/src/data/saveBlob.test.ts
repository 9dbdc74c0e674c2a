import { beforeEach, expect, it, vi } from 'vitest'

const told = vi.hoisted(() => ({ wrote: undefined as unknown as (file: [boolean, string | null]) => void }))
vi.mock('@/bridge', async (original) => ({
  ...(await original<object>()),
  inWindow: true,
  onFileWritten: (hear: typeof told.wrote) => (told.wrote = hear),
}))
const { saveBlob } = await import('./saveBlob')
const { notices } = await import('./notices')

beforeEach(() => {
  vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(() => undefined)
  URL.createObjectURL = () => 'blob:'
  URL.revokeObjectURL = () => undefined
  notices.value = []
})
const said = () => notices.value.map((one) => [one.text?.key, one.text?.params])

it('says where the window wrote the rows of a list, and only that', () => {
  saveBlob('图.png', new Blob([]))
  saveBlob('协议.xlsx', new Blob([]), 43)
  expect(said()).toEqual([])
  told.wrote([true, '/下载/协议 (1).xlsx'])
  told.wrote([true, '/下载/图.png'])
  expect(said()).toEqual([['ui.grid.exported_to', { rows: '43', path: '/下载/协议 (1).xlsx' }]])
})

it('says of any file that it could not be written', () => {
  saveBlob('图.png', new Blob([]))
  told.wrote([false, null])
  expect(said()).toEqual([['ui.grid.not_saved', { name: '图.png' }]])
})

it('says what it knows where the system does not tell the place', () => {
  saveBlob('协议.csv', new Blob([]), 1)
  told.wrote([true, null])
  expect(said()).toEqual([['ui.grid.exported_window', { rows: '1', name: '协议.csv' }]])
})
