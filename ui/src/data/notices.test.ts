import { beforeEach, describe, expect, it, vi } from 'vitest'

vi.mock('@/bridge', () => ({ toFault: (thrown: unknown) => thrown }))

const { notices, passUndoable, say, warn } = await import('./notices')

const keys = () => notices.value.map((one) => one.text?.key)

beforeEach(() => {
  notices.value = []
})

describe('a notice with undo beside it', () => {
  it('stands alone: the next one takes its place, and others stay', () => {
    warn('warning.a')
    say('first', undefined, true)
    say('second', undefined, true)
    expect(keys()).toEqual(['warning.a', 'second'])
  })

  it('goes when another step was taken, which its undo would take back', () => {
    say('first', undefined, true)
    say('told')
    passUndoable()
    expect(keys()).toEqual(['told'])
  })
})
