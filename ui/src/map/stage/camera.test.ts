import { expect, it } from 'vitest'
import type { Layout } from '../layout/board'
import { held, isSeen } from './camera'

const layout = { width: 2000, height: 1000 } as Layout

it('a board larger than the window fills it, whatever is looked at', () => {
  expect(held({ x: 400, y: 300, k: 1 }, layout, 900, 700)).toEqual({ x: 24, y: 24, k: 1 })
  expect(held({ x: -1900, y: -900, k: 1 }, layout, 900, 700)).toEqual({ x: -1124, y: -324, k: 1 })
  expect(held({ x: -500, y: -100, k: 1 }, layout, 900, 700)).toEqual({ x: -500, y: -100, k: 1 })
})

it('a smaller one stands in the middle', () => {
  expect(held({ x: 700, y: 10, k: 0.4 }, layout, 900, 700)).toEqual({ x: 50, y: 150, k: 0.4 })
})

it('and what was looked at is still seen', () => {
  const corner = { x: 0, y: 0, w: 132, h: 42 }
  expect(isSeen(corner, held({ x: 384, y: 329, k: 1 }, layout, 900, 700), 900, 700)).toBe(true)
})
