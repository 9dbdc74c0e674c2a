import { mount } from '@vue/test-utils'
import axe from 'axe-core'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { h, nextTick } from 'vue'
import DataGrid from './DataGrid.vue'
import type { GridCell, GridOption, GridRange } from './types'

const columns = [
  { id: 'name', title: '名称', width: 200 },
  { id: 'amount', title: '金额', width: 100, align: 'end' as const },
]

function grid(count = 1000) {
  const values = new Map<string, string>()
  const rows = Array.from({ length: count }, () => ({}))
  const textOf = ({ row, col }: GridCell) => values.get(`${row}/${col}`) ?? `r${row}c${col}`
  const commit = vi.fn((...[cell, text]: [GridCell, string, GridOption?]) => {
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
      rowHeight: 34,
      source: {
        row: (row: number) => rows[row],
        id: (row: number) => `id-${row}`,
        cell: (row: number, column: { id: string }) => `${row}${column.id}`,
        number: (row: number) => String(row + 1),
        checked: () => false,
        stamp: '',
      },
      order: (id: string) => ({ way: id === 'name' ? ('ascending' as const) : ('none' as const) }),
      mayEdit: () => true,
      textOf,
      commit,
      options: [],
      menuLabel: (id: string) => `菜单 ${id}`,
      checkLabel: '全选',
      checked: 'none' as const,
    },
    slots: {
      pick: ({ cell, choose }: { cell: GridCell; choose: (text: string) => void }) =>
        h('button', { onClick: () => choose('2023-05-01') }, `${cell.row}/${cell.col}`),
    },
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
  it('Ctrl and Enter put what is typed into every marked cell', async () => {
    const { wrapper, box, key, type, commit } = grid()
    await key('ArrowDown', { shiftKey: true })
    await type('同上')
    await key('Enter', { ctrlKey: true })
    const range: GridRange = { top: 0, bottom: 1, left: 0, right: 0 }
    expect(wrapper.findComponent(DataGrid).emitted('spread')).toEqual([['同上', range]])
    expect([commit.mock.calls.length, box.element.value]).toEqual([0, ''])
    await key('ArrowDown')
    await type('一格')
    await key('Enter', { ctrlKey: true })
    expect(commit).toHaveBeenCalledOnce()
  })
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

  it('Tab commits and marks the cell to the right; Enter goes on under the first', async () => {
    const { key, type, wrapper, box, commit } = grid()
    await type('x')
    await key('Tab')
    await nextTick()
    expect(commit).toHaveBeenCalledWith({ row: 0, col: 0 }, 'x', undefined)
    expect(wrapper.find('.box.editing').exists()).toBe(false)
    expect(box.attributes('aria-activedescendant')).toMatch(/-0-1$/)
    await type('y')
    await key('Enter')
    expect(box.attributes('aria-activedescendant')).toMatch(/-1-0$/)
  })

  it('arrows end an edit begun by typing, but move in the text after F2', async () => {
    const { key, type, commit, wrapper } = grid()
    await type('5')
    await key('ArrowRight')
    expect(commit).toHaveBeenCalledOnce()
    await key('F2')
    await key('ArrowLeft')
    expect(wrapper.find('.box.editing').exists()).toBe(true)
  })

  it('edits behind what is there, and marks the whole of a name', async () => {
    const { key, box, wrapper } = grid()
    await key('F2')
    await nextTick()
    expect([box.element.selectionStart, box.element.selectionEnd]).toEqual([4, 4])
    await key('Escape')
    await wrapper.setProps({ columns: columns.map((one) => ({ ...one, named: true })) })
    await key('F2')
    await nextTick()
    expect([box.element.selectionStart, box.element.selectionEnd]).toEqual([0, 4])
  })

  it('marks with Shift and the arrows, and clears, fills and copies what is marked', async () => {
    const { key, box, wrapper } = grid()
    await key('ArrowDown', { shiftKey: true })
    await key('ArrowRight', { shiftKey: true })
    const marked: GridRange = { top: 0, bottom: 1, left: 0, right: 1 }
    expect(wrapper.findAll('[role=gridcell][aria-selected=true]')).toHaveLength(4)
    await key('Delete')
    expect(wrapper.emitted('clear')).toEqual([[marked]])
    await key('d', { ctrlKey: true })
    expect(wrapper.emitted('fill')).toEqual([
      [
        { ...marked, bottom: 0 },
        { ...marked, top: 1 },
      ],
    ])
    await box.trigger('copy')
    expect(wrapper.emitted('copy')?.[0]?.slice(1)).toEqual([marked, false])
    await key('a', { ctrlKey: true })
    await box.trigger('paste')
    expect(wrapper.emitted('paste')?.[0]?.[1]).toEqual({ top: 0, bottom: 999, left: 0, right: 1 })
  })

  it('Tab leaves after Escape, and at the last cell', async () => {
    const { box } = grid(1)
    const tab = () => {
      const event = new KeyboardEvent('keydown', { key: 'Tab', bubbles: true, cancelable: true })
      box.element.dispatchEvent(event)
      return event.defaultPrevented
    }
    expect(tab()).toBe(true)
    expect(tab()).toBe(false)
    const other = grid(5)
    await other.key('Escape')
    const event = new KeyboardEvent('keydown', { key: 'Tab', bubbles: true, cancelable: true })
    other.box.element.dispatchEvent(event)
    expect(event.defaultPrevented).toBe(false)
  })

  it('chooses rows with Shift and Space', async () => {
    const { key, wrapper } = grid()
    await key('ArrowDown', { shiftKey: true })
    await key(' ', { shiftKey: true })
    expect(wrapper.emitted('check')).toEqual([
      [0, false],
      [1, true],
    ])
    // They are marked from end to end as well.
    expect(wrapper.findAll('[role=gridcell][aria-selected=true]')).toHaveLength(4)
  })

  it('passes axe', async () => {
    const { wrapper } = grid(20)
    const found = await axe.run(wrapper.element, { rules: { 'color-contrast': { enabled: false } } })
    expect(found.violations.map((one) => one.id)).toEqual([])
  })

  it('jumps where the table says, also when that is told late', async () => {
    const { wrapper, key } = grid()
    const last = () => (wrapper.emitted<[GridRange]>('marked')?.at(-1) ?? [])[0]
    let tell: (cell: GridCell) => void = () => undefined
    await wrapper.setProps({ jump: (from: GridCell) => ({ ...from, row: from.row + 7 }) })
    await key('ArrowDown', { ctrlKey: true })
    expect(last()).toEqual({ top: 7, bottom: 7, left: 0, right: 0 })
    const late = () => new Promise<GridCell>((resolve) => (tell = resolve))
    await wrapper.setProps({ jump: late })
    await key('ArrowDown', { ctrlKey: true, shiftKey: true })
    tell({ row: 20, col: 0 })
    await nextTick()
    await nextTick()
    expect(last()).toEqual({ top: 7, bottom: 20, left: 0, right: 0 })
    // Who went on meanwhile is not thrown back.
    await key('ArrowDown', { ctrlKey: true })
    await key('ArrowRight')
    tell({ row: 900, col: 0 })
    await nextTick()
    await nextTick()
    expect(last()).toEqual({ top: 7, bottom: 7, left: 1, right: 1 })
  })

  it('opens what a value may be chosen from with Alt and an arrow, and writes what was chosen', async () => {
    const { wrapper, key, box, commit } = grid()
    expect(wrapper.find('[data-testid=grid-pick]').exists()).toBe(false)
    await wrapper.setProps({ columns: columns.map((one) => ({ ...one, pick: '选择日期' })) })
    expect(wrapper.get('[data-testid=grid-pick]').attributes('aria-label')).toBe('选择日期')
    await key('ArrowDown', { altKey: true })
    expect(wrapper.get('[role=dialog]').text()).toBe('0/0')
    await wrapper.get('[role=dialog] button').trigger('click')
    expect(commit).toHaveBeenCalledWith({ row: 0, col: 0 }, '2023-05-01')
    expect(wrapper.find('[role=dialog]').exists()).toBe(false)
    expect(document.activeElement).toBe(box.element)
    await key('ArrowDown', { altKey: true })
    await wrapper.get('[role=dialog]').trigger('keydown', { key: 'Escape' })
    expect(wrapper.find('[role=dialog]').exists()).toBe(false)
    expect(commit).toHaveBeenCalledTimes(1)
  })

  it('begins at what the cell holds, and goes on from there', async () => {
    const { wrapper, key, commit } = grid()
    await key('F2')
    const all = ['甲', '乙', '丙'].map((label, at) => ({ value: label, label, own: at === 1 }))
    await wrapper.setProps({ options: all })
    expect(wrapper.get('.option[aria-selected=true]').text()).toBe('乙')
    await key('ArrowDown')
    await key('Enter')
    expect(commit.mock.lastCall?.[2]).toMatchObject({ value: '丙' })
  })

  it('makes nothing new by a key that did not go to it, nor by leaving, and nothing of blanks', async () => {
    const { wrapper, box, key, type, commit } = grid()
    await wrapper.setProps({ options: [{ value: 'a', label: '甲', fresh: true }] })
    await type('甲')
    await box.trigger('blur')
    expect(commit).toHaveBeenLastCalledWith({ row: 0, col: 0 }, '甲', undefined)
    await type('甲')
    await key('Enter')
    expect(commit).toHaveBeenLastCalledWith({ row: 0, col: 0 }, '甲', undefined)
    await type('甲')
    await key('ArrowDown')
    await key('Enter')
    expect(commit.mock.lastCall?.[2]).toMatchObject({ value: 'a' })
    await type('  ')
    await key('Enter')
    expect(commit.mock.lastCall?.[2]).toBeUndefined()
  })

  it('goes on where somebody only looked into another window, and writes when the cell is left', async () => {
    const { wrapper, box, type, commit } = grid()
    const within = vi.spyOn(document, 'hasFocus').mockReturnValue(false)
    box.element.focus()
    await type('12')
    await box.trigger('blur')
    expect([commit.mock.calls.length, box.element.value]).toEqual([0, '12'])
    expect(wrapper.find('.box.editing').exists()).toBe(true)
    within.mockRestore()
    await box.trigger('focus')
    await type('1200')
    await box.trigger('blur')
    expect(commit).toHaveBeenCalledWith({ row: 0, col: 0 }, '1200', undefined)
  })

  it('takes a name that was written out before it was looked up', async () => {
    const { wrapper, key, type, commit } = grid()
    commit.mockReturnValueOnce(false)
    await type('甲公司')
    await key('Enter')
    await wrapper.setProps({ options: [{ value: 'a', label: '甲公司' }] })
    expect(commit.mock.lastCall?.[2]).toMatchObject({ value: 'a' })
    expect(commit).toHaveBeenCalledTimes(2)
    commit.mockReturnValueOnce(false)
    await wrapper.setProps({ options: [] })
    await type('乙')
    await key('Enter')
    await wrapper.setProps({ options: [{ value: 'b', label: '乙公司' }] })
    expect(commit).toHaveBeenCalledTimes(3)
  })

  it('takes nothing that is only half typed when its cell is left, and what is written out', async () => {
    const { wrapper, box, key, type, commit } = grid()
    await wrapper.setProps({ options: [{ value: 'a', label: '甲公司' }] })
    await type('甲')
    await box.trigger('blur')
    expect(commit).toHaveBeenLastCalledWith({ row: 0, col: 0 }, '甲', undefined)
    await type('甲')
    await key('ArrowRight')
    expect(commit).toHaveBeenLastCalledWith({ row: 0, col: 0 }, '甲', undefined)
    await type('甲公司')
    await box.trigger('blur')
    expect(commit.mock.lastCall?.[2]).toMatchObject({ value: 'a' })
    await type('甲')
    await key('ArrowDown')
    await box.trigger('blur')
    expect(commit.mock.lastCall?.[2]).toMatchObject({ value: 'a' })
  })
})
