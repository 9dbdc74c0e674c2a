import { beforeEach, expect, it, vi } from 'vitest'

const setZoom = vi.hoisted(() => vi.fn(() => Promise.resolve()))
vi.mock('@/bridge', () => ({ inWindow: true, setZoom }))

async function fresh() {
  vi.resetModules()
  return import('./zoom')
}
const levels = () => setZoom.mock.calls.map((one) => (one as unknown[])[0])
beforeEach(() => {
  localStorage.clear()
  setZoom.mockClear()
})

it('goes step by step, ends at both ends, and comes back', async () => {
  const { ZOOMS, zoomBack, zoomBy } = await fresh()
  zoomBy(1)
  zoomBy(1)
  ZOOMS.forEach(() => zoomBy(-1))
  zoomBack()
  expect(levels().slice(0, 3)).toEqual([1.1, 1.25, 1.1])
  expect(levels().slice(-2)).toEqual([0.5, 1])
})

it('is as it was when the window was last open', async () => {
  ;(await fresh()).zoomBy(1)
  setZoom.mockClear()
  const { startZoom } = await fresh()
  startZoom()
  expect(levels()).toEqual([1.1])
  localStorage.setItem('suoji.zoom', 'a lot')
  setZoom.mockClear()
  ;(await fresh()).startZoom()
  expect(levels()).toEqual([])
})
