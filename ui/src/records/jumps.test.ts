import { describe, expect, it, vi } from 'vitest'
import { computed } from 'vue'
import { ledgerJump } from './jumps'

describe('jumps in a ledger', () => {
  const columns = ['name', 'amount', 'note'].map((id) => ({ id, title: id, width: 100 }))
  const cells = [
    { name: '甲', amount: 1, note: null },
    { name: '乙', amount: { absent: 'pending' }, note: '' },
    { name: '丙' },
  ]
  const border = vi.fn(async () => 70)
  const rows = {
    count: computed(() => 100),
    rowAt: (at: number) =>
      cells[at] ? { id: `${at}`, version: 1, deleted: false, values: cells[at] } : undefined,
    bandAt: () => undefined,
    border,
  }
  const jump = ledgerJump(columns, rows)

  it('go by what the cells hold', () => {
    expect(jump({ row: 0, col: 1 }, 'down')).toEqual({ row: 1, col: 1 })
    expect(jump({ row: 0, col: 0 }, 'right')).toEqual({ row: 0, col: 1 })
    expect(jump({ row: 2, col: 0 }, 'right')).toEqual({ row: 2, col: 2 })
    expect(jump({ row: 2, col: 2 }, 'left')).toEqual({ row: 2, col: 0 })
    expect(border).not.toHaveBeenCalled()
  })

  it('ask where rows are not here', async () => {
    await expect(jump({ row: 0, col: 0 }, 'down')).resolves.toEqual({ row: 70, col: 0 })
    expect(border).toHaveBeenCalledWith(0, 'name', false)
  })
})
