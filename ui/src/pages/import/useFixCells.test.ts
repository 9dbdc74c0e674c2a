import { expect, it, vi } from 'vitest'
import { ref } from 'vue'
import { notices } from '@/data/notices'
import type { GridCell } from '@/kit/grid/types'
import { useFixCells } from './useFixCells'
import type { useFixing } from './useFixing'

function grid() {
  const texts = [
    ['甲', '1', '2'],
    ['乙', '3', '4'],
    ['丙', '5', '6'],
  ]
  const put = vi.fn((cells: { cell: GridCell; text?: string }[]) =>
    cells.forEach(({ cell, text }) => (texts[cell.row]![cell.col] = text ?? '')),
  )
  const fixing = {
    textOf: ({ row, col }: GridCell) => texts[row]?.[col] ?? '',
    put,
    count: ref(3),
    columns: ref([{}, {}, {}]),
  } as unknown as ReturnType<typeof useFixing>
  const mark = vi.fn()
  return { texts, put, mark, cells: useFixCells(fixing, mark) }
}
const range = (top: number, left: number, bottom = top, right = left) => ({ top, left, bottom, right })
function clip(text = '') {
  const data = { 'text/plain': text } as Record<string, string>
  const clipboardData = {
    getData: (kind: string) => data[kind] ?? '',
    setData: (kind: string, value: string) => (data[kind] = value),
  }
  return { event: { clipboardData } as unknown as ClipboardEvent, text: () => data['text/plain'] }
}

it('copies what is marked, as spreadsheets read it, and clears what is cut', () => {
  const { texts, cells } = grid()
  const { event, text } = clip()
  cells.copy(event, range(0, 1, 1, 2), false)
  expect(text()).toBe('1\t2\r\n3\t4')
  expect(texts[0]).toEqual(['甲', '1', '2'])
  cells.copy(event, range(0, 1), true)
  expect([text(), texts[0]]).toEqual(['1', ['甲', '', '2']])
})

it('pastes in one step, one text into all that is marked', () => {
  const { texts, put, mark, cells } = grid()
  cells.paste(clip('7\t8\n9\t10\n').event, range(0, 1))
  expect(texts.slice(0, 2)).toEqual([
    ['甲', '7', '8'],
    ['乙', '9', '10'],
  ])
  expect(mark).toHaveBeenCalledWith(range(0, 1, 1, 2))
  cells.paste(clip('0').event, range(0, 2, 2, 2))
  expect(texts.map((row) => row[2])).toEqual(['0', '0', '0'])
  expect(put).toHaveBeenCalledTimes(2)
})

it('says how much of what was pasted lies beyond the rows', () => {
  const { texts, cells } = grid()
  cells.paste(clip('a\nb\nc').event, range(2, 2))
  expect(texts[2]).toEqual(['丙', '5', 'a'])
  expect(notices.value.at(-1)?.text).toEqual({ key: 'ui.wizard.paste_beyond', params: { count: '2' } })
})

it('fills from the first of what is marked', () => {
  const { texts, cells } = grid()
  cells.fill(range(0, 1, 0, 2), range(1, 1, 2, 2))
  expect(texts.map((row) => row.slice(1))).toEqual([
    ['1', '2'],
    ['1', '2'],
    ['1', '2'],
  ])
})
