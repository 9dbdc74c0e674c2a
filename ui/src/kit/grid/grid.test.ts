import { mount } from '@vue/test-utils'
import axe from 'axe-core'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { nextTick } from 'vue'
import DataGrid from './DataGrid.vue'
import { moved } from './keys'
import type { GridCell } from './types'
import { columnLefts, columnWidths } from './widths'

const columns = [
  { id: 'name', title: '名称', width: 200 },
  { id: 'amount', title: '金额', width: 100, align: 'end' as const },
]

function grid(count = 1000) {
  const values = new Map<string, string>()
  const textOf = ({ row, col }: GridCell) => values.get(`${row}/${col}`) ?? `r${row}c${col}`
  const commit = vi.fn((cell: GridCell, text: string) => {
    if (text === 'bad') return false
    values.set(`${cell.row}/${cell.col}`, text)
    return true
  })
  const wrapper = mount(DataGrid, {
    attachTo: document.body,
    props: {
      label: '台账',
      columns,
      count,
      rowKey: (row: number) => `id-${row}`,
      order: (id: string) => (id === 'name' ? ('ascending' as const) : ('none' as const)),
      mayEdit: () => true,
      textOf,
      shownText: textOf,
      commit,
      options: [],
    },
    slots: { cell: '<template #cell="{ row, column }">{{ row }}{{ column.id }}</template>' },
  })
  const box = wrapper.get<HTMLTextAreaElement>('[data-testid=grid-input]')
  const key = (name: string, more: object = {}) => box.trigger('keydown', { key: name, ...more })
  const type = async (text: string) => {
    box.element.value = text
    await box.trigger('input')
  }
  return { wrapper, box, key, type, commit }
}

beforeEach(() => {
  document.body.innerHTML = ''
  // No layout is made here; the virtual rows need a height to fill.
  vi.spyOn(HTMLElement.prototype, 'clientHeight', 'get').mockReturnValue(600)
  vi.spyOn(HTMLElement.prototype, 'clientWidth', 'get').mockReturnValue(1000)
  vi.stubGlobal(
    'ResizeObserver',
    class {
      observe() {}
      unobserve() {}
      disconnect() {}
    },
  )
})

describe('grid', () => {
  it('mounts about a screenful of rows, never all', async () => {
    const { wrapper } = grid()
    await vi.waitFor(() => expect(wrapper.find('[data-testid=grid-row]').exists()).toBe(true))
    const rows = wrapper.findAll('[data-testid=grid-row]')
    expect(rows.length).toBeGreaterThan(10)
    expect(rows.length).toBeLessThan(60)
    expect(wrapper.get('[role=grid]').attributes('aria-rowcount')).toBe('1001')
  })

  it('edits by typing, commits with Enter and moves down', async () => {
    const { key, type, commit, box } = grid()
    await type('5')
    await type('50')
    await key('Enter')
    expect(commit).toHaveBeenCalledWith({ row: 0, col: 0 }, '50', undefined)
    expect(box.attributes('aria-activedescendant')).toMatch(/-1-0$/)
  })

  it('Escape leaves the value, Enter without a change writes nothing', async () => {
    const { key, type, commit } = grid()
    await type('5')
    await key('Escape')
    await key('F2')
    await key('Enter')
    expect(commit).not.toHaveBeenCalled()
  })

  it('keeps what cannot be read', async () => {
    const { key, type, box, wrapper } = grid()
    await type('bad')
    await key('Enter')
    expect(wrapper.find('.box.editing').exists()).toBe(true)
    expect(box.element.value).toBe('bad')
  })

  it('keeps the first key of a composition and leaves its keys to the input method', async () => {
    const { key, box, commit, wrapper } = grid()
    await box.trigger('compositionstart')
    box.element.value = 'n'
    await box.trigger('input')
    await key('Enter', { isComposing: true })
    await key('n', { keyCode: 229 })
    expect(commit).not.toHaveBeenCalled()
    expect(wrapper.find('.box.editing').exists()).toBe(true)
    box.element.value = '你'
    await box.trigger('compositionend')
    await box.trigger('input')
    await key('Enter')
    expect(commit).toHaveBeenCalledWith({ row: 0, col: 0 }, '你', undefined)
  })

  it('Tab commits and goes on editing to the right', async () => {
    const { key, type, wrapper, box } = grid()
    await type('x')
    await key('Tab')
    await nextTick()
    expect(wrapper.find('.box.editing').exists()).toBe(true)
    expect(box.element.value).toBe('r0c1')
  })

  it('passes axe', async () => {
    const { wrapper } = grid(20)
    const found = await axe.run(wrapper.element, { rules: { 'color-contrast': { enabled: false } } })
    expect(found.violations.map((one) => one.id)).toEqual([])
  })
})

describe('keys and widths', () => {
  const at = (key: string, ctrlKey = false) =>
    moved({ key, ctrlKey, metaKey: false }, { row: 5, col: 1 }, 10, 3, 4)
  it.each([
    ['ArrowDown', false, { row: 6, col: 1 }],
    ['ArrowLeft', false, { row: 5, col: 0 }],
    ['Home', true, { row: 0, col: 0 }],
    ['End', false, { row: 5, col: 2 }],
    ['PageDown', false, { row: 9, col: 1 }],
    ['ArrowUp', true, { row: 0, col: 1 }],
  ])('%s %s', (key, control, cell) => expect(at(key, control)).toEqual(cell))
  it('leaves other keys alone', () => expect(at('a')).toBeUndefined())
  it('gives spare width to the columns that grow', () => {
    const widths = columnWidths([{ ...columns[0]!, grow: 1 }, columns[1]!], 500)
    expect(widths).toEqual([400, 100])
    expect(columnLefts(widths)).toEqual([0, 400])
  })
})
