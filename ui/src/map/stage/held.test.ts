import { select as typed } from 'd3-selection'
import { zoom, type D3ZoomEvent } from 'd3-zoom'
import { expect, it } from 'vitest'
import { select } from './held'

const at = (x: number, y: number) => ({
  bubbles: true,
  cancelable: true,
  clientX: x,
  clientY: y,
  view: window,
})

/** The document of these tests leaves out where its wheel is. */
const wheel = (x: number, y: number) =>
  Object.assign(new WheelEvent('wheel', { ...at(x, y), deltaY: -500 }), { clientX: x, clientY: y })

function host() {
  const node = document.createElement('div')
  document.body.append(node)
  const seen: [number, number, number][] = []
  const hand = zoom<HTMLElement, unknown>()
    .extent([
      [0, 0],
      [400, 300],
    ])
    .on('zoom', ({ transform: { x, y, k } }: D3ZoomEvent<HTMLElement, unknown>) => seen.push([x, y, k]))
  const held = typed(node as HTMLElement).call(hand)
  return { node, seen, hand, held }
}

it('a hand that is held down pans, and no longer once it is up', () => {
  const { node, seen } = host()
  node.dispatchEvent(new MouseEvent('mousedown', at(100, 100)))
  window.dispatchEvent(new MouseEvent('mousemove', at(130, 90)))
  window.dispatchEvent(new MouseEvent('mouseup', at(130, 90)))
  window.dispatchEvent(new MouseEvent('mousemove', at(300, 300)))
  expect(seen).toEqual([[30, -10, 1]])
})

it('the wheel zooms about the pointer, and a call about the middle', () => {
  const { node, seen, hand, held } = host()
  node.dispatchEvent(wheel(100, 50))
  expect(seen.at(-1)).toEqual([-100, -50, 2])
  hand.scaleBy(held, 2)
  expect(seen.at(-1)).toEqual([-400, -250, 4])
})

it('what was asked under a name is forgotten under it', () => {
  const { node, seen, held } = host()
  const own: string[] = []
  select(node).on('wheel.mine', () => own.push('wheel'))
  held.on('.zoom', null)
  node.dispatchEvent(wheel(0, 0))
  node.dispatchEvent(new MouseEvent('mousedown', at(1, 1)))
  window.dispatchEvent(new MouseEvent('mousemove', at(9, 9)))
  expect([seen, own]).toEqual([[], ['wheel']])
})

it('a name asked for twice is heard once, by the later', () => {
  const node = new EventTarget()
  const heard: number[] = []
  const one = select(node)
    .on('a.x b.x', () => heard.push(1))
    .on('a.x', () => heard.push(2))
  node.dispatchEvent(new Event('a'))
  node.dispatchEvent(new Event('b'))
  expect(heard).toEqual([2, 1])
  expect(one.on('a.x')).toBeTypeOf('function')
  expect(one.on('c.x')).toBeUndefined()
})
